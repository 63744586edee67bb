import { FUNCTIONS } from "../../../infra/functions.ts";
import { CACHE_ADDRESSES_AT_ONCE } from "../../../shared/domain/processors/cached-addresses.ts";
import { CLOCK_METRICS } from "../../../shared/domain/retention/clock-metrics.ts";
import { bucketsAt } from "../../../shared/domain/retention/due-bucket.ts";
import type { CostLine } from "./cost-line.ts";
import type { MeteredPurge } from "./metered-purge.ts";

const MILLION = 1_000_000;
const DAY_MINUTES = 1440;
const MONTH_DAYS = 30;
/** SQS hands over and takes back ten messages a call: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html */
const MESSAGES_PER_CALL = 10;
/** S3 lists and deletes so many keys a call. */
const KEYS_PER_CALL = 1000;
/**
 * How long a function works on one thing and on one tick: twice what the same code takes on a core of a small server,
 * which is 0.3 ms for a record, 0.1 ms for a deletion and 70 ms for a tick.
 */
const INTAKE_CORE_MS = 0.6;
const SWEEP_CORE_MS = 0.2;
const TICK_CORE_MS = 150;
/** A call to a cache and two looks, each a third of a second across the network: modelled, not measured. */
const PURGE_SECONDS = 0.7;
/** With less memory a function has a part of a core: https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html */
const CORE_MIB = 1769;
/** What DynamoDB adds to the size of each item that it keeps. */
const KEPT_WITH_BYTES = 100;
const GIGABYTE = 1024 ** 3;

/** Returns what a million purged things cost, line by line; each of the million was uploaded once and purged once. */
export function purgeCosts(uploadsPerDay: number, metered: MeteredPurge): readonly CostLine[] {
  const daysOfAMillion = MILLION / uploadsPerDay;
  const ticks = daysOfAMillion * DAY_MINUTES;
  const { intake, sweep, tick, thingsPerBatch, recordBytes, recordDays } = metered;
  const storage = FUNCTIONS["take-storage-events"];
  return [
    line("intake", "S3 notification sent to SQS", "sqs-request", MILLION),
    line("intake", "received and removed, ten a call", "sqs-request", (2 * MILLION) / MESSAGES_PER_CALL),
    line("intake", "function invoked for a batch", "lambda-request", MILLION / thingsPerBatch),
    line(
      "intake",
      "function works",
      "lambda-second",
      gigabyteSeconds(storage.memoryMiB, INTAKE_CORE_MS, MILLION),
    ),
    line("row", "record of the thing written", "dynamodb-write", MILLION * of(intake, "clock THING")),
    line("row", "its part of a due row written", "dynamodb-write", MILLION * of(intake, "clock DUE")),
    line(
      "row",
      "record kept",
      "dynamodb-storage",
      (MILLION * (recordBytes + KEPT_WITH_BYTES) * recordDays) / GIGABYTE / MONTH_DAYS,
    ),
    line("sweep", "record read consistently, and the row", "dynamodb-read", MILLION * sweep.read),
    line("sweep", "stretches of time looked into each minute", "dynamodb-read", ticks * tick.read),
    line("sweep", "watermarks moved each minute", "dynamodb-write", ticks * tick.written),
    line("sweep", "function invoked each minute", "lambda-request", ticks),
    line(
      "sweep",
      "function works",
      "lambda-second",
      gigabyteSeconds(FUNCTIONS.sweep.memoryMiB, TICK_CORE_MS, ticks) +
        gigabyteSeconds(FUNCTIONS.sweep.memoryMiB, SWEEP_CORE_MS, MILLION),
    ),
    line("delete", "DeleteObjects", "s3-delete", MILLION / KEYS_PER_CALL),
    line("delete", "its part of the due row removed", "dynamodb-write", MILLION * of(sweep, "clock DUE")),
    line(
      "proof",
      "ledger: intent and outcome of each batch",
      "dynamodb-write",
      MILLION * ofTable(sweep, "ledger "),
    ),
    line("proof", "measurements", "dynamodb-write", MILLION * ofTable(sweep, "measurements ")),
  ];
}

/** Returns what is paid beside: the second look at everything, and what watches over it. */
export function costsBeside(uploadsPerDay: number, metered: MeteredPurge): readonly CostLine[] {
  const daysOfAMillion = MILLION / uploadsPerDay;
  const months = daysOfAMillion / MONTH_DAYS;
  const metrics = Object.keys(CLOCK_METRICS).length;
  const { reconciler, listingsOfALife } = metered;
  return [
    line("reconciler", "store listed over and over", "s3-list", (MILLION * listingsOfALife) / KEYS_PER_CALL),
    line("reconciler", "record read at three listings of a life", "dynamodb-read", MILLION * reconciler.read),
    line("watching", "metrics", "metric-month", months * metrics),
    // By the sweeper, and by the watch over rights requests.
    line("watching", "metrics put twice a minute", "metric-put", 2 * daysOfAMillion * DAY_MINUTES),
    line("watching", "an alarm a metric", "alarm-month", months * metrics),
    line("watching", "dashboard", "dashboard-month", months),
  ];
}

/** Returns what a million events of the service itself cost, such as that a generation is completed. */
export function serviceEventCosts({ intake }: MeteredPurge): readonly CostLine[] {
  return [
    line("intake", "event on the bus", "eventbridge-event", MILLION),
    line("intake", "sent on to SQS", "sqs-request", MILLION),
    line("intake", "received and removed, ten a call", "sqs-request", (2 * MILLION) / MESSAGES_PER_CALL),
    line("row", "fact added to the record", "dynamodb-write", MILLION),
    line("row", "its part of a due row", "dynamodb-write", MILLION * of(intake, "clock DUE")),
  ];
}

/**
 * Returns what it costs to have a cache drop a million copies, by addresses as Cloudflare takes them: that API itself
 * costs nothing. A message carries what one tick deleted in one shard.
 */
export function cachedCosts(uploadsPerDay: number): readonly CostLine[] {
  const { shards } = bucketsAt(1);
  const perMessage = Math.min(CACHE_ADDRESSES_AT_ONCE, uploadsPerDay / DAY_MINUTES / shards);
  const messages = MILLION / perMessage;
  const { memoryMiB } = FUNCTIONS["purge-cached"];
  return [
    line("cache", "sent, received and removed", "sqs-request", 3 * messages),
    line("cache", "function invoked for a message", "lambda-request", messages),
    line(
      "cache",
      "function waits for answers",
      "lambda-second",
      messages * PURGE_SECONDS * (memoryMiB / 1024),
    ),
    line("cache", "two looked for in the store", "s3-list", 2 * messages),
  ];
}

function line(part: CostLine["part"], what: string, price: CostLine["price"], perMillion: number): CostLine {
  return { part, what, price, perMillion };
}

function gigabyteSeconds(memoryMiB: number, coreMs: number, times: number): number {
  const seconds = (coreMs / 1000) * Math.max(1, CORE_MIB / memoryMiB);
  return times * seconds * (memoryMiB / 1024);
}

function of({ writtenOf }: MeteredPurge["intake"], name: string): number {
  return writtenOf.get(name) ?? 0;
}

function ofTable({ writtenOf }: MeteredPurge["intake"], table: string): number {
  return [...writtenOf].reduce((sum, [name, units]) => sum + (name.startsWith(table) ? units : 0), 0);
}
