import { type Faults, LATE_MAX_MS, SHUFFLED_MAX_MS } from "./faults.ts";
import type { Random } from "./seeded-random.ts";

const SECOND_MS = 1000;
/** S3 usually notifies within seconds: https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventNotifications.html */
const USUAL_MS = [SECOND_MS, 5 * SECOND_MS] as const;

/** Returns when an event comes to the queue: never, once or twice, soon, late, or after one that was sent later. */
export function arrivals(
  faults: Faults,
  random: Random,
  atMs: number,
  sentBy: "store" | "service" | "un-saving",
): readonly number[] {
  const lostShare = { store: faults.lostShare, service: faults.lostOfServiceShare, "un-saving": 0 }[sentBy];
  if (random.chance(lostShare)) return [];
  const one = atMs + delayMs(faults, random);
  return random.chance(faults.doubledShare) ? [one, atMs + delayMs(faults, random)] : [one];
}

function delayMs(faults: Faults, random: Random): number {
  const usual = random.between(...USUAL_MS);
  if (random.chance(faults.lateShare)) return random.between(usual, LATE_MAX_MS);
  return random.chance(faults.shuffledShare) ? random.between(usual, SHUFFLED_MAX_MS) : usual;
}
