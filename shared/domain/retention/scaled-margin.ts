import type { Policy } from "../policy/policy.ts";
import { clockRuleOf, clockStores } from "./clock-rules.ts";
import { bucketsAt } from "./due-bucket.ts";

/** What is due is seen at the next tick, and gone with the one after it. */
const TICKS_IN_MARGIN_MIN = 2;
const MINUTE_SECONDS = 60;

/** A margin that is too small for time to run so fast, and how fast it may. */
export interface MarginTooSmall {
  readonly store: string;
  readonly marginMinutes: number;
  readonly largestScale: number;
}

/** Returns the smallest margin that is shorter than two ticks where time runs so many times as fast; undefined if none is. */
export function marginTooSmallAt(policy: Policy, timeScale: number): MarginTooSmall | undefined {
  const [smallest] = clockStores(policy)
    .map((store) => clockRuleOf(policy, store))
    .filter(({ limit }) => limit !== undefined)
    .map(({ store, marginMinutes }) => ({ store, marginMinutes }))
    .sort((one, other) => one.marginMinutes - other.marginMinutes);
  if (!smallest) return undefined;
  const marginSeconds = smallest.marginMinutes * MINUTE_SECONDS;
  const { bucketSeconds } = bucketsAt(timeScale);
  if (timeScale === 1 || marginSeconds >= TICKS_IN_MARGIN_MIN * bucketSeconds) return undefined;
  // A tick of half a real second lasts half the scale in seconds.
  return { ...smallest, largestScale: Math.floor(marginSeconds) };
}
