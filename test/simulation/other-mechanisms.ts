import type { Random } from "./seeded-random.ts";

const MINUTE_SECONDS = 60;
const HOUR_SECONDS = 3600;
const DAY_MS = 86_400_000;

/** S3 gives no bound for when it comes round after midnight; half of it within six hours is a guess. */
const LIFECYCLE_MEDIAN_SECONDS = 6 * HOUR_SECONDS;
const LIFECYCLE_SIGMA = 1;
/** Measured by others for small tables: 8 to 28 minutes. https://bahr.dev/2019/05/29/ddb-ttl-analysis/ */
const TTL_USUAL_SECONDS = [8 * MINUTE_SECONDS, 28 * MINUTE_SECONDS] as const;
/** "Typically within two days" is what the API promises; how many take longer than usual is a guess. */
const TTL_SLOW_SHARE = 0.005;
const TTL_SLOW_SECONDS = 48 * HOUR_SECONDS;

/**
 * Returns by how many seconds a lifecycle rule alone would miss a deadline: it counts whole days, waits for the next
 * midnight UTC, and then for its turn.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html
 */
export function lifecycleLateSeconds(createdMs: number, deadlineMs: number, random: Random): number {
  const days = Math.max(1, Math.round((deadlineMs - createdMs) / DAY_MS));
  const satisfiedMs = Math.ceil((createdMs + days * DAY_MS) / DAY_MS) * DAY_MS;
  const turnSeconds = LIFECYCLE_MEDIAN_SECONDS * Math.exp(LIFECYCLE_SIGMA * random.normal());
  return (satisfiedMs - deadlineMs) / 1000 + turnSeconds;
}

/** Returns by how many seconds a time to live set to the deadline would miss it. */
export function timeToLiveLateSeconds(random: Random): number {
  const [usualFrom, usualTo] = TTL_USUAL_SECONDS;
  if (random.chance(TTL_SLOW_SHARE)) return random.between(usualTo, TTL_SLOW_SECONDS);
  return random.between(usualFrom, usualTo);
}
