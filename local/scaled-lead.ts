import type { TimeScale } from "../shared/adapters/clock/scaled-time.ts";
import type { Policy } from "../shared/domain/policy/policy.ts";
import { ageText } from "../shared/domain/retention/age-text.ts";
import { clockRuleAt, clockRuleOf, clockStores } from "../shared/domain/retention/clock-rules.ts";
import { bucketsAt } from "../shared/domain/retention/due-bucket.ts";

/** Returns, one line a store, where time that runs so fast makes the clock act earlier than the policy's margin says. */
export function scaledLead(policy: Policy, { scale }: TimeScale): readonly string[] {
  const buckets = bucketsAt(scale);
  return clockStores(policy).flatMap((store) => {
    const declared = clockRuleOf(policy, store);
    const acted = clockRuleAt(policy, store, buckets);
    if (acted.marginMinutes === declared.marginMinutes) return [];
    return `Here the clock acts ${ageText(acted.marginMinutes * 60)} before the limit of what is in ${store.id}, and not the ${ageText(declared.marginMinutes * 60)} of the policy, which are worth ${ageText((declared.marginMinutes * 60) / scale)} of real time: a sweep takes longer on one machine.`;
  });
}
