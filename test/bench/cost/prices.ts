/** How sure a price is. */
type Checked =
  /** Read on the page of AWS that is named. */
  | "first party"
  /** Read in what somebody else wrote down. */
  | "third party"
  /** Known from use: look at the page before you rely on it. */
  | "from memory";

/** A price in US dollars for Northern Virginia, beyond every free tier. */
export interface Price {
  readonly what: string;
  readonly dollars: number;
  /** For so many of `unit`. */
  readonly per: number;
  readonly unit: string;
  readonly source: string;
  readonly checked: Checked;
}

/**
 * Every price that the model knows. The pages of AWS draw their numbers by script and could not be read here, so most
 * are from memory, last looked at on 22 November 2026. A price that differs where you are is changed here and nowhere else.
 */
export const PRICES = {
  "sqs-request": {
    what: "SQS, standard queue",
    dollars: 0.4,
    per: 1_000_000,
    unit: "requests of up to 64 KB",
    source: "https://aws.amazon.com/sqs/pricing/",
    checked: "from memory",
  },
  "lambda-request": {
    what: "Lambda",
    dollars: 0.2,
    per: 1_000_000,
    unit: "invocations",
    source: "https://aws.amazon.com/lambda/pricing/",
    checked: "third party",
  },
  "lambda-second": {
    what: "Lambda on arm64",
    dollars: 0.0000133334,
    per: 1,
    unit: "GB-seconds",
    source: "https://aws.amazon.com/lambda/pricing/",
    checked: "from memory",
  },
  "dynamodb-write": {
    what: "DynamoDB on demand, writing",
    dollars: 0.625,
    per: 1_000_000,
    unit: "units, one a KB begun, two in a transaction",
    source: "https://aws.amazon.com/dynamodb/pricing/on-demand/",
    checked: "from memory",
  },
  "dynamodb-read": {
    what: "DynamoDB on demand, reading",
    dollars: 0.125,
    per: 1_000_000,
    unit: "units, one for 4 KB read consistently, half of one otherwise",
    source: "https://aws.amazon.com/dynamodb/pricing/on-demand/",
    checked: "from memory",
  },
  "dynamodb-storage": {
    what: "DynamoDB, keeping",
    dollars: 0.25,
    per: 1,
    unit: "GB-months",
    source: "https://aws.amazon.com/dynamodb/pricing/on-demand/",
    checked: "from memory",
  },
  "s3-delete": {
    what: "S3, deleting",
    dollars: 0,
    per: 1000,
    unit: "calls",
    source: "https://aws.amazon.com/s3/pricing/",
    checked: "third party",
  },
  "s3-list": {
    what: "S3, listing",
    dollars: 0.005,
    per: 1000,
    unit: "calls",
    source: "https://aws.amazon.com/s3/pricing/",
    checked: "third party",
  },
  "eventbridge-event": {
    what: "EventBridge, events of one's own",
    dollars: 1,
    per: 1_000_000,
    unit: "events of up to 64 KB",
    source: "https://aws.amazon.com/eventbridge/pricing/",
    checked: "from memory",
  },
  "metric-month": {
    what: "CloudWatch, metrics of one's own",
    dollars: 0.3,
    per: 1,
    unit: "metrics a month",
    source: "https://aws.amazon.com/cloudwatch/pricing/",
    checked: "from memory",
  },
  "metric-put": {
    what: "CloudWatch, PutMetricData",
    dollars: 0.01,
    per: 1000,
    unit: "calls",
    source: "https://aws.amazon.com/cloudwatch/pricing/",
    checked: "from memory",
  },
  "alarm-month": {
    what: "CloudWatch, alarms",
    dollars: 0.1,
    per: 1,
    unit: "alarms a month",
    source: "https://aws.amazon.com/cloudwatch/pricing/",
    checked: "from memory",
  },
  "dashboard-month": {
    what: "CloudWatch, dashboards",
    dollars: 3,
    per: 1,
    unit: "dashboards a month",
    source: "https://aws.amazon.com/cloudwatch/pricing/",
    checked: "from memory",
  },
  "schedule-fired": {
    what: "EventBridge Scheduler",
    dollars: 1,
    per: 1_000_000,
    unit: "invocations",
    source: "https://aws.amazon.com/eventbridge/pricing/",
    checked: "third party",
  },
  "state-transition": {
    what: "Step Functions, standard workflows",
    dollars: 0.025,
    per: 1000,
    unit: "state transitions",
    source: "https://aws.amazon.com/step-functions/pricing/",
    checked: "third party",
  },
} as const satisfies Record<string, Price>;

export type PriceName = keyof typeof PRICES;

/** Returns what so many of a thing cost, in US dollars. */
export function dollarsFor(name: PriceName, count: number): number {
  const { dollars, per } = PRICES[name];
  return (count * dollars) / per;
}
