import { describe, expect, it } from "vitest";
import { judgeCopy } from "../../shared/domain/backups/judge-copy.ts";
import { lastDayOf, type RecoveryPoint } from "../../shared/domain/backups/recovery-point.ts";
import { vaultName } from "../../shared/domain/backups/vault-name.ts";
import { PolicySchema } from "../../shared/domain/policy/policy.ts";
import { backedUpPolicy } from "./policy/backed-up-policy.ts";

const NOW = new Date("2026-11-23T10:00:00.000Z");
const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(NOW.getTime() + days * DAY_MS).toISOString();

describe("the name of a vault", () => {
  it("is the same in every deployment, and fits where AWS takes 50 characters", () => {
    expect(vaultName("coloring-book", "nightly")).toBe("lethe-coloring-book-nightly");
    const [one, other] = ["a", "b"].map((last) => vaultName("s".repeat(41), `${"v".repeat(40)}${last}`));
    for (const name of [one, other]) expect(name).toMatch(/^[a-zA-Z0-9_-]{50}$/);
    expect(one).not.toBe(other);
  });
});

describe("how a copy stands to the policy", () => {
  const policy = PolicySchema.parse(backedUpPolicy());
  const [pictures] = policy.stores;
  const judged = (changes: Partial<RecoveryPoint>) => {
    if (!pictures) throw new Error("There is no store.");
    const place = vaultName("minimal", "nightly");
    const point = { pointId: "arn", storeId: "pictures", kind: "snapshot", place, state: "whole" } as const;
    return judgeCopy(policy, pictures, { ...point, earliest: inDays(0), ...changes }, NOW);
  };

  it("is declared to the day that is assumed for its deletion, and overdue after it", () => {
    expect(judged({ earliest: inDays(-35), deleteAt: inDays(-1) })).toEqual({ is: "declared" });
    expect(judged({ earliest: inDays(-35.1), deleteAt: inDays(-1.1) })).toEqual({ is: "overdue" });
    expect(judged({ state: "expired", deleteAt: inDays(-1) })).toEqual({ is: "overdue" });
  });

  it("is declared for as long as the plan keeps one, and not an hour longer", () => {
    expect(judged({ deleteAt: inDays(35) })).toEqual({ is: "declared" });
    expect(judged({ deleteAt: inDays(35.1) })).toMatchObject({ is: "undeclared" });
  });

  it("is declared only in the kind that the vault makes, and of the stores that it names", () => {
    expect(judged({ kind: "continuous", state: "moving", windowDays: 34 })).toMatchObject({
      is: "undeclared",
    });
    const accounts = policy.stores[1];
    if (!accounts) throw new Error("There is no store.");
    const point = { pointId: "arn", storeId: "accounts", kind: "snapshot", state: "whole" } as const;
    const place = vaultName("minimal", "nightly");
    const of = { ...point, place, earliest: inDays(0), deleteAt: inDays(34) };
    expect(judgeCopy(policy, accounts, of, NOW)).toMatchObject({ is: "undeclared" });
  });

  it("names no last day of one that nobody deletes, and of one that has expired none that has passed", () => {
    const point = {
      state: "whole",
      earliest: inDays(0),
      pointId: "arn",
      storeId: "s",
      kind: "snapshot",
    } as const;
    expect(lastDayOf(point, NOW)).toBeUndefined();
    expect(lastDayOf({ ...point, state: "expired", deleteAt: inDays(-1) }, NOW)).toBeUndefined();
    expect(lastDayOf({ ...point, deleteAt: inDays(3) }, NOW)).toBe(inDays(3));
    expect(lastDayOf({ ...point, state: "moving", windowDays: 7 }, NOW)).toBe(inDays(7));
  });
});
