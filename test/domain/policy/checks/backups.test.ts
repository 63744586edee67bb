import { describe, expect, it } from "vitest";
import { checkPolicy } from "../../../../shared/domain/policy/check-policy.ts";
import type { PolicyDeclaration } from "../../../../shared/domain/policy/policy.ts";
import { backedUpPolicy } from "../backed-up-policy.ts";

describe("a vault", () => {
  it("copies no accounts", () => {
    expect(saidBy("vault-cannot-copy", backedUpPolicy({ stores: ["accounts"] }))).toEqual([
      expect.stringContaining("AWS Backup copies no cognito"),
    ]);
  });

  it.each([35, 36])("reaches back 35 days at most where it keeps every moment: %i", (retentionDays) => {
    const said = saidBy("vault-cannot-copy", backedUpPolicy({ copies: "continuous", retentionDays }));
    expect(said).toEqual(
      retentionDays === 35 ? [] : [expect.stringContaining("no continuous copy reaches back further")],
    );
  });

  it("keeps no moment of a table but one a day: the others are the table's own to keep", () => {
    const policy = backedUpPolicy({ copies: "continuous" });
    const table = { kind: "dynamodb", partitionKey: { attribute: "owner", template: "{subject}" } } as const;
    const stores = [{ id: "pictures", ...table, categories: ["picture"] }, ...policy.stores.slice(1)];
    expect(saidBy("vault-cannot-copy", { ...policy, stores })).toEqual([
      expect.stringContaining("no continuous copy of a table"),
    ]);
    expect(saidBy("vault-cannot-copy", { ...backedUpPolicy(), stores })).toEqual([]);
  });

  it.each([34, 35])(
    "may be locked for as long as its copies last, and not a day longer: %i",
    (shortestDays) => {
      const said = saidBy("vault-lock-too-long", backedUpPolicy({ lock: { shortestDays } }));
      expect(said).toEqual(
        shortestDays === 34 ? [] : [expect.stringContaining("AWS Backup makes none then")],
      );
    },
  );

  it("may not be locked for longer than backups are published to stay", () => {
    const policy = backedUpPolicy({ retentionDays: 40, lock: { shortestDays: 36 } });
    expect(saidBy("vault-lock-too-long", policy)).toEqual([
      "It locks copies for 36 days, and MI2 lets a backup stay for 35 days.",
    ]);
  });
});

describe("what has to outlive every copy", () => {
  it.each(["tombstone", "request", "ledger", "certificate"])(
    "is refused if a copy could be brought back after it: %s",
    (record) => {
      const policy = backedUpPolicy();
      const keptFor = (retentionDays: number): PolicyDeclaration => ({
        ...policy,
        ownRecords: policy.ownRecords.map((own) => (own.record === record ? { ...own, retentionDays } : own)),
      });
      expect(saidBy("record-ends-before-copies", keptFor(43))).toEqual([]);
      expect(saidBy("record-ends-before-copies", keptFor(42))).toHaveLength(1);
    },
  );

  it("has a week beyond what is published, whatever the vaults keep now", () => {
    const { backups, ...policy } = backedUpPolicy({ retentionDays: 1 });
    const ownRecords = policy.ownRecords.map((own) => ({ ...own, retentionDays: 42 }));
    expect(saidBy("record-ends-before-copies", { ...policy, ownRecords, backups })).toHaveLength(4);
    expect(
      saidBy("record-ends-before-copies", {
        ...policy,
        ownRecords,
        backups: { ...backups, longestDays: 34 },
      }),
    ).toEqual([]);
  });
});

function saidBy(rule: string, policy: PolicyDeclaration): readonly string[] {
  return checkPolicy(policy)
    .problems.filter((problem) => problem.rule === rule)
    .map(({ what }) => what);
}
