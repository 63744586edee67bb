import { describe, expect, it } from "vitest";
import { policy as dreamPortraits } from "../../../policies/dream-portraits.ts";
import { compilePolicy } from "../../../shared/domain/policy/compile-policy.ts";
import type { Policy } from "../../../shared/domain/policy/policy.ts";
import { clockRuleAt, clockRuleOf, clockStores } from "../../../shared/domain/retention/clock-rules.ts";
import { bucketsAt } from "../../../shared/domain/retention/due-bucket.ts";

const { policy } = compilePolicy(dreamPortraits);

/** Margins at so many times real time, in minutes. */
const margins = (scale: number, of: Policy = policy) =>
  clockStores(of).map((store) => [store.id, clockRuleAt(of, store, bucketsAt(scale)).marginMinutes]);

describe("how long before a limit the clock acts", () => {
  it("is what the policy says where its margin is worth six ticks, as on AWS", () => {
    const declared = clockStores(policy).map((store) => [store.id, clockRuleOf(policy, store).marginMinutes]);
    expect(margins(1)).toEqual(declared);
    expect(margins(1200)).toEqual(declared);
  });

  it("is six ticks where the margin is shorter, and nothing where there is no limit", () => {
    expect(margins(3600)).toEqual([
      ["photos", 180],
      ["landmarks", 180],
    ]);
  });

  it("is no more than half of the limit", () => {
    const short: Policy = {
      ...policy,
      retention: policy.retention.map((rule) =>
        rule.category === "original-photo" && rule.limit
          ? { ...rule, limit: { ...rule.limit, after: { hours: 4 } } }
          : rule,
      ),
    };
    expect(margins(3600, short)).toContainEqual(["photos", 120]);
  });
});
