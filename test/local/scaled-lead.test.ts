import { describe, expect, it } from "vitest";
import { scaledLead } from "../../local/scaled-lead.ts";
import { policy as dreamPortraits } from "../../policies/dream-portraits.ts";
import { compilePolicy } from "../../shared/domain/policy/compile-policy.ts";

const { policy } = compilePolicy(dreamPortraits);
const at = (scale: number) => scaledLead(policy, { scale, origin: "2026-11-30T00:00:00.000Z" });

describe("what is said of a clock that acts earlier than the policy", () => {
  it("names each store, both margins, and why", () => {
    expect(at(3600)).toHaveLength(2);
    expect(at(3600)[0]).toMatch(/acts 3 h before .* photos, and not the 60 min .* worth 1 s of real time/);
  });

  it("is nothing where it does not", () => {
    expect(at(1200)).toEqual([]);
  });
});
