import { type CostLine, sumOf } from "./cost-line.ts";

const MILLION = 1_000_000;
/** A function of 128 MB that deletes one object: a call to S3 and what is around it. */
const DELETE_ONE_GB_SECONDS = 0.125 * 0.1;
/** SQS hands over and takes back ten messages a call. */
const MESSAGES_PER_CALL = 10;

/** Another way to have things gone in time, in what it costs and how late it is. */
export interface OtherDesign {
  readonly name: string;
  readonly lines: readonly CostLine[];
  /** How long after the deadline it acts, by whom that was said. */
  readonly late: string;
  readonly lacks: string;
}

const notified: readonly CostLine[] = [
  { part: "intake", what: "notification sent", price: "sqs-request", perMillion: MILLION },
  {
    part: "intake",
    what: "notification received and removed",
    price: "sqs-request",
    perMillion: (2 * MILLION) / MESSAGES_PER_CALL,
  },
];
const oneWrite: CostLine = {
  part: "row",
  what: "one row of up to a kilobyte",
  price: "dynamodb-write",
  perMillion: MILLION,
};

/** What can be had instead; those that fire for each object cost its notification too. */
export const OTHER_DESIGNS: readonly OtherDesign[] = [
  {
    name: "Floor: one row an object, removed by its time to live",
    lines: [oneWrite],
    late: "nothing deletes the object",
    lacks: "everything but the row",
  },
  {
    name: "EventBridge Scheduler, a schedule an object",
    lines: [
      ...notified,
      { part: "sweep", what: "schedule fires", price: "schedule-fired", perMillion: MILLION },
      { part: "delete", what: "function invoked", price: "lambda-request", perMillion: MILLION },
      {
        part: "delete",
        what: "function runs",
        price: "lambda-second",
        perMillion: MILLION * DELETE_ONE_GB_SECONDS,
      },
    ],
    late: "seconds, up to 2 minutes (modelled)",
    lacks: "facts, saving, holds, evidence; a quota of 10 million schedules, 1,000 fired a second",
  },
  {
    name: "Step Functions, an execution that waits an object",
    lines: [
      ...notified,
      // Start, wait, delete.
      { part: "sweep", what: "three transitions", price: "state-transition", perMillion: 3 * MILLION },
      {
        part: "delete",
        what: "function runs",
        price: "lambda-second",
        perMillion: MILLION * DELETE_ONE_GB_SECONDS,
      },
    ],
    late: "seconds",
    lacks: "facts, saving, holds, evidence",
  },
  {
    name: "DynamoDB TTL, whose stream deletes the object",
    lines: [...notified, oneWrite],
    late: "8 to 28 minutes measured by others; AWS says within two days, without a bound",
    lacks: "a bound, saving in the last second, holds, evidence",
  },
  {
    name: "S3 lifecycle alone",
    lines: [],
    late: "until the next midnight UTC and then its turn: 24 to 48 hours and more for one day",
    lacks: "hours, events, a bound, evidence",
  },
];

/** Returns what a design costs for a million things, in US dollars. */
export function dollarsPerMillion({ lines }: OtherDesign): number {
  return sumOf(lines);
}
