import { WRITER_AHEAD_MAX_MINUTES } from "../retention/believable-date.ts";
import { lifecycleDays, limitOf, longestOf, type RetentionByCategory } from "./lifecycle-days.ts";
import { limitHours, type RetentionRule } from "./retention-rule.ts";
import type { Store } from "./store.ts";

/**
 * S3 counts days from creation and rounds up to the next midnight UTC.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html
 */
const LIFECYCLE_ROUNDING_HOURS = 24;

/**
 * S3 removes later than the rule is satisfied. AWS states no bound: a day is assumed here.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-expire-general-considerations.html
 */
const LIFECYCLE_REMOVAL_ASSUMED_HOURS = 24;

/**
 * DynamoDB removes an item "typically within two days" of its time. AWS states no bound: two days are assumed here.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ttl-expired-items.html
 */
const TIME_TO_LIVE_ASSUMED_HOURS = 48;

/**
 * CloudWatch Logs deletes lines typically up to 72 hours after their retention, in rare cases later: 72 are assumed.
 *
 * @see https://docs.aws.amazon.com/goto/WebAPI/logs/PutRetentionPolicy
 */
const LOG_RETENTION_ASSUMED_HOURS = 72;

/** How often our own clock looks for what is due. */
export const SWEEPER_TICK_MINUTES = 1;

/**
 * The least margin before a limit: what whoever tells of a creation may date it too late, and five ticks, so that four
 * may fail one after the other.
 */
export const SMALLEST_MARGIN_MINUTES = WRITER_AHEAD_MAX_MINUTES + 5 * SWEEPER_TICK_MINUTES;

/** Limits up to this are kept by our clock alone, since what AWS does by itself is a day or two late. */
export const CLOCK_ONLY_LIMIT_HOURS = 48;

/** The margin of a longer limit that names none: a day, in which somebody can mend what has stopped. */
const DEFAULT_MARGIN_MINUTES = 24 * 60;

const DAY_HOURS = 24;

/** Returns how long before a limit our own clock acts, in minutes; 0 if there is no limit, since an event is acted on at once. */
export function marginMinutesOf(rule: RetentionRule): number {
  const hours = limitHours(rule);
  if (hours === undefined) return 0;
  return rule.marginMinutes ?? (hours > CLOCK_ONLY_LIMIT_HOURS ? DEFAULT_MARGIN_MINUTES : 0);
}

/**
 * Returns how long a thing may live where AWS alone removes it, in hours from its creation, assumed slack included.
 *
 * @returns undefined if AWS never removes something that the store holds.
 */
export function worstCaseHours(store: Store, retention: RetentionByCategory): number | undefined {
  switch (store.kind) {
    case "s3": {
      const days = lifecycleDays(store, retention);
      const slackHours = LIFECYCLE_ROUNDING_HOURS + LIFECYCLE_REMOVAL_ASSUMED_HOURS;
      return days === undefined ? undefined : days * DAY_HOURS + slackHours;
    }
    case "dynamodb":
    case "dynamodb-index": {
      const hours = longestOf(store, (category) => limitOf(category, retention));
      if (store.timeToLiveAttribute === undefined || hours === undefined) return undefined;
      return hours + TIME_TO_LIVE_ASSUMED_HOURS;
    }
    case "log-group":
      return store.retentionDays * DAY_HOURS + LOG_RETENTION_ASSUMED_HOURS;
    case "aged-files":
      return store.retentionDays * DAY_HOURS + LIFECYCLE_ROUNDING_HOURS + LIFECYCLE_REMOVAL_ASSUMED_HOURS;
    case "queue":
      return store.retentionDays * DAY_HOURS;
    case "cognito":
    case "dynamodb-mentions":
    case "dynamodb-shared":
      return undefined;
  }
}
