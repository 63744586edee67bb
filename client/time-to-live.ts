import type { Policy } from "../shared/domain/policy/policy.ts";
import { afterDuration } from "../shared/domain/retention/after-duration.ts";
import { UnknownCategory } from "./clock-refusals.ts";

/**
 * Returns the moment after which DynamoDB may remove an item of a category by itself, in epoch seconds: the promised one,
 * which our own clock acts before.
 *
 * @returns undefined if no limit counts from its creation.
 * @throws {UnknownCategory} if the policy has no rule of that name: then nothing would ever end it.
 */
export function timeToLiveOf(policy: Policy, category: string, createdAt: Date): number | undefined {
  const rule = policy.retention.find((one) => one.category === category);
  if (rule === undefined) throw new UnknownCategory(policy.retention.map((one) => one.category));
  if (rule.limit?.from !== "created") return undefined;
  return Math.floor(Date.parse(afterDuration(createdAt.toISOString(), rule.limit.after)) / 1000);
}
