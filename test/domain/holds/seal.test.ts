import { describe, expect, it } from "vitest";
import { policy as dreamPortraits } from "../../../policies/dream-portraits.ts";
import { isHeld } from "../../../shared/domain/holds/hold.ts";
import {
  assertMayBeReleased,
  decideFrom,
  SealNeedsTwoPeople,
  sealedCategories,
  sealOf,
} from "../../../shared/domain/holds/seal.ts";
import { compilePolicy } from "../../../shared/domain/policy/compile-policy.ts";
import { sealNumber } from "../../world/holds.ts";
import { requestNumber } from "../../world/requests.ts";

const { policy } = compilePolicy(dreamPortraits);
const NOW = new Date("2026-11-23T10:00:00.000Z");
const staff = (name: string) => ({ kind: "staff", name }) as const;
const asked = (changes: Parameters<typeof requestNumber>[1] = {}) =>
  requestNumber(1, {
    scope: "preserve-and-report",
    openedBy: staff("ada"),
    approval: { by: staff("grace"), at: NOW.toISOString(), planDigest: "a".repeat(64) },
    ...changes,
  });
/** The policy with other lengths for what it preserves. */
const preserving = (days: Readonly<Record<string, number>>) => ({
  ...policy,
  erasure: [
    {
      scope: "preserve-and-report" as const,
      graceHours: 0,
      categories: Object.fromEntries(
        Object.entries(days).map(([id, retentionDays]) => [
          id,
          { effect: "retain" as const, legalBasis: `law of ${id}`, retentionDays },
        ]),
      ),
    },
  ],
});

describe("a seal", () => {
  it.each([
    ["the person themselves asked", { openedBy: { kind: "subject" } as const }],
    ["nobody approved", { approval: undefined }],
    ["whoever asked approved", { openedBy: staff("grace") }],
    ["whoever asked approved, written otherwise", { openedBy: staff(" GRACE") }],
  ])("is placed by nobody when %s", (_, changes) => {
    expect(() => sealOf(policy, asked(changes), NOW)).toThrow(SealNeedsTwoPeople);
  });

  it("is needed for the longest of what it preserves, to the midnight after, each category by its own end", () => {
    const both = preserving({ "generated-image": 90, account: 365 });
    const seal = sealOf(both, asked(), NOW);
    expect(seal.seal.until).toBe("2027-11-24T00:00:00.000Z");
    expect(seal.seal.stores).toEqual(["portraits", "accounts"]);
    expect(seal.legalBasis).toBe("law of generated-image; law of account");
    expect(sealedCategories(both, seal)).toEqual([
      {
        category: "generated-image",
        legalBasis: "law of generated-image",
        until: "2027-02-22T00:00:00.000Z",
      },
      { category: "account", legalBasis: "law of account", until: "2027-11-24T00:00:00.000Z" },
    ]);
    const midnight = new Date("2026-11-23T00:00:00.000Z");
    expect(sealOf(both, asked(), midnight).seal.until).toBe("2027-11-23T00:00:00.000Z");
  });

  it("is decided on thirty days before its end, and at once when it is shorter than that", () => {
    const days = (count: number) => decideFrom(sealOf(preserving({ account: count }), asked(), NOW));
    expect(days(365)).toBe("2027-10-25T00:00:00.000Z");
    expect(days(30)).toBe("2026-11-24T00:00:00.000Z");
    expect(days(29)).toBe(NOW.toISOString());
  });

  it("keeps what is of its person in its stores, whenever that came, and nothing else", () => {
    const place = { subjectRef: "v1_a", storeId: "tickets", categories: [] };
    const thing = { id: "a", item: "a" };
    expect(isHeld([sealNumber(1)], place, thing)).toBe(true);
    expect(isHeld([sealNumber(1)], { ...place, storeId: "photos" }, thing)).toBe(false);
    expect(isHeld([sealNumber(1)], { ...place, subjectRef: "v1_b" }, thing)).toBe(false);
  });

  it("is released by a second person who wants what the first one asked for", () => {
    const release = { by: staff("grace"), at: NOW.toISOString() };
    const wanting = (change: "release" | "extend", by = staff("ada")) => {
      const sealed = sealNumber(1);
      const what = change === "extend" ? { kind: change, until: NOW.toISOString() } : { kind: change };
      return { ...sealed, seal: { ...sealed.seal, asked: { change: what, by, at: NOW.toISOString() } } };
    };
    expect(() => assertMayBeReleased(sealNumber(1), release)).toThrow(SealNeedsTwoPeople);
    expect(() => assertMayBeReleased(wanting("extend"), release)).toThrow(SealNeedsTwoPeople);
    expect(() => assertMayBeReleased(wanting("release", staff("Grace")), release)).toThrow(
      SealNeedsTwoPeople,
    );
    expect(() => assertMayBeReleased(wanting("release"), release)).not.toThrow();
  });
});
