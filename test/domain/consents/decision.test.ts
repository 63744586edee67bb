import { describe, expect, it } from "vitest";
import { DecisionSchema, mayUse } from "../../../shared/domain/consents/decision.ts";
import { aDecision } from "../../world/decision.ts";

const AT = new Date("2026-11-24T10:00:00.000Z");
const AGREED = aDecision({ decided: "agreed" });
const OBJECTED = aDecision({ decided: "objected" });

describe("a use that needs a decision", () => {
  it.each([
    ["asked-first", undefined, false],
    ["asked-first", AGREED, true],
    ["asked-first", OBJECTED, false],
    ["until-objection", undefined, true],
    ["until-objection", AGREED, true],
    ["until-objection", OBJECTED, false],
  ] as const)("%s, after %o: allowed is %s", (basis, decision, allowed) => {
    expect(mayUse(basis, decision, AT).allowed).toBe(allowed);
  });

  it.each([undefined, AGREED, OBJECTED])(
    "is refused when the policy does not list it, after %o",
    (decision) => {
      expect(mayUse(undefined, decision, AT)).toEqual({
        allowed: false,
        because: "the policy lists no consent for this purpose",
      });
    },
  );

  it("is allowed until the last millisecond of the agreement's record, and not after it", () => {
    const end = new Date(AGREED.expiresAt).getTime();
    expect(mayUse("asked-first", AGREED, new Date(end - 1)).allowed).toBe(true);
    expect(mayUse("asked-first", AGREED, new Date(end)).allowed).toBe(false);
  });

  it("stays refused after an objection, however long ago", () => {
    expect(mayUse("until-objection", OBJECTED, new Date("2099-01-01")).allowed).toBe(false);
  });
});

describe("a decision on record", () => {
  it.each([
    ["a key that nobody knows", { email: "ann@example.com" }],
    ["an instant without milliseconds, which does not compare as a text", { at: "2026-11-23T10:00:00Z" }],
    ["a purpose that nobody knows", { purpose: "world-peace" }],
    ["a story instead of a place", { how: "x".repeat(201) }],
  ])("refuses %s", (_, change) => {
    expect(DecisionSchema.safeParse({ ...AGREED, ...change }).success).toBe(false);
  });
});
