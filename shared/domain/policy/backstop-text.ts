import { clockRuleOf, clockStores } from "../retention/clock-rules.ts";
import type { RetentionByCategory } from "./lifecycle-days.ts";
import { worstCaseHours } from "./mechanism-slack.ts";
import type { Policy } from "./policy.ts";
import type { Store } from "./store.ts";

const DAY_HOURS = 24;
const HOUR_MINUTES = 60;

/** What empties a store in time, and what AWS would do by itself if that failed. */
export interface Backstop {
  readonly ours: string;
  /** With the slack that it really has; how late AWS is, is assumed where AWS states no bound. */
  readonly theirs: string;
}

/** Returns who removes what is in a store, first us and then AWS, each in half a sentence. */
export function backstopOf(policy: Policy, store: Store): Backstop {
  return { ours: oursText(policy, store), theirs: theirsText(policy, store) };
}

/** Returns a number of minutes in words, in hours where it comes to several: `90 minutes`, `24 hours`. */
export function minutesText(minutes: number): string {
  const hours = minutes / HOUR_MINUTES;
  return Number.isInteger(hours) && hours > 1 ? `${hours} hours` : `${minutes} minutes`;
}

function oursText(policy: Policy, store: Store): string {
  if (store.kind === "log-group") return "our clock empties no log group: its retention does";
  if (store.kind === "queue" || store.kind === "aged-files") return "emptied by age alone";
  if (!clockStores(policy).some(({ id }) => id === store.id)) return "deleted with the account";
  const { limit, marginMinutes, earlierOn } = clockRuleOf(policy, store);
  const before = `deleted by our clock ${minutesText(marginMinutes)} before the time is over`;
  if (limit === undefined) return "deleted by our clock at the event that ends it";
  return earlierOn.length === 0 ? before : `${before}, or at the event that ends it sooner`;
}

function theirsText(policy: Policy, store: Store): string {
  const byCategory: RetentionByCategory = new Map(policy.retention.map((rule) => [rule.category, rule]));
  const hours = worstCaseHours(store, byCategory);
  switch (store.kind) {
    case "s3":
      return hours === undefined
        ? "S3's own rule removes nothing"
        : `S3's own rule would take up to ${aboutDays(hours)}: it counts to the next midnight UTC, and removes up to a day and more later`;
    case "dynamodb":
    case "dynamodb-index":
      return hours === undefined
        ? "DynamoDB removes nothing by itself"
        : `DynamoDB's own time to live would take up to ${aboutDays(hours)}: two days more than the limit, and AWS states no bound`;
    case "log-group":
      return `CloudWatch Logs removes lines after ${store.retentionDays} days and typically up to 3 days more, in rare cases later`;
    case "aged-files":
      return `S3's own rule takes up to ${aboutDays(hours ?? 0)}, its lateness included`;
    case "queue":
      return `SQS drops each message after ${store.retentionDays} days`;
    case "dynamodb-mentions":
    case "dynamodb-shared":
      return "DynamoDB removes nothing by itself";
    case "cognito":
      return "Cognito removes nothing by itself";
  }
}

function aboutDays(hours: number): string {
  return `about ${Math.ceil(hours / DAY_HOURS)} days`;
}
