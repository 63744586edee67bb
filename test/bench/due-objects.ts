import { InvokeCommand, LambdaClient, PutFunctionConcurrencyCommand } from "@aws-sdk/client-lambda";
import {
  DeleteObjectsCommand,
  PutBucketNotificationConfigurationCommand,
  PutObjectCommand,
  paginateListObjectsV2,
} from "@aws-sdk/client-s3";
import { z } from "zod";
import { LOCAL_CREDENTIALS } from "../../local/local-environment.ts";
import { atOnce } from "../../shared/adapters/at-once.ts";
import { dynamodbDueRows } from "../../shared/adapters/clock/dynamodb-due-rows.ts";
import { dynamodbThingRecords } from "../../shared/adapters/clock/dynamodb-thing-records.ts";
import type { ThingEvent } from "../../shared/domain/retention/clock-event.ts";
import { clockedService } from "../../shared/domain/retention/clocked-service.ts";
import { bucketsAt } from "../../shared/domain/retention/due-bucket.ts";
import { chunks } from "../../shared/domain/retention/pack-due-rows.ts";
import { recordThingEvents } from "../../shared/operations/record-events.ts";
import type { Service } from "../journeys/service.ts";

const STORE = "photos";
/** A photo is due 23 hours after it was stored, and promised to be gone an hour later. */
const STORED_BEFORE_MS = 23.5 * 3_600_000;
/** The stretch of time in which the rows are has to be over before anybody looks into it. */
const TOLD_BEFORE_MS = 5 * 60_000;
/** Of people who have something that is not due. */
const NEIGHBOURS = 100;
const PUTS_AT_ONCE = 16;
const EVENTS_AT_ONCE = 1000;
const KEYS_PER_CALL = 1000;
/** One tick does it; with more than this it is not the sweeper who deletes. */
const TICKS_MAX = 20;

const TickSchema = z.object({ deleted: z.number(), failed: z.number() });

/** What emptying a bucket of so many due objects came to, by the sweeper and barely. */
export interface EmptiedTwice {
  readonly deleted: number;
  readonly ticks: number;
  readonly seconds: number;
  /** `DeleteObjects`, a thousand keys a call, one call after the other, without a look, a record or evidence. */
  readonly bareSeconds: number;
  /** Due and still there, and not due and gone. */
  readonly left: number;
  readonly neighboursLost: number;
}

/**
 * Stores objects that are told to be due, has the deployed sweeper delete them, and deletes as many again barely.
 *
 * @param onProgress told what comes next.
 */
export async function emptyTwice(
  service: Service,
  objects: number,
  onProgress: (line: string) => void,
): Promise<EmptiedTwice> {
  const bucket = service.demo.bindings.stores[STORE]?.id ?? "";
  const { s3 } = service.demo;
  // Only the deletion is measured: events of uploads would be recorded beside it.
  await s3.send(
    new PutBucketNotificationConfigurationCommand({ Bucket: bucket, NotificationConfiguration: {} }),
  );
  const sweeper = sweeperOf(service);
  await sweeper.tick();
  await sweeper.allow(0);
  onProgress(`storing ${objects} objects`);
  const neighbours = await putAll(service, bucket, keysOf("neighbour", NEIGHBOURS));
  const stored = await putAll(service, bucket, keysOf("due", objects));
  onProgress("telling that they are due");
  await tellDue(service, stored);
  await sweeper.allow(1);
  onProgress("sweeping");
  const beganMs = performance.now();
  const swept = await sweepUntil(sweeper, objects);
  const seconds = secondsSince(beganMs);
  const there = await keysIn(service, bucket);

  onProgress(`storing ${objects} objects again`);
  const again = await putAll(service, bucket, keysOf("bare", objects));
  const bareBeganMs = performance.now();
  await deleteBarely(service, bucket, [...again.keys()]);
  const bareSeconds = secondsSince(bareBeganMs);
  return {
    ...swept,
    seconds,
    bareSeconds,
    left: [...stored.keys()].filter((key) => there.has(key)).length,
    neighboursLost: [...neighbours.keys()].filter((key) => !there.has(key)).length,
  };
}

/** The deployed function, called as its rule calls it. */
function sweeperOf({ aws, output }: Service) {
  const lambda = new LambdaClient({
    endpoint: aws.endpoint,
    region: aws.region,
    credentials: LOCAL_CREDENTIALS,
    // A tick takes as long as it takes; asked twice it would be refused.
    maxAttempts: 1,
  });
  const FunctionName = output("SweepFunctionName");
  return {
    allow: (ReservedConcurrentExecutions: number) =>
      lambda.send(new PutFunctionConcurrencyCommand({ FunctionName, ReservedConcurrentExecutions })),
    async tick() {
      const { Payload, FunctionError } = await lambda.send(
        new InvokeCommand({ FunctionName, Payload: "{}" }),
      );
      if (FunctionError !== undefined) throw new Error(`The sweeper failed: ${FunctionError}.`);
      return TickSchema.parse(JSON.parse(Buffer.from(Payload ?? []).toString()));
    },
  };
}

async function sweepUntil(sweeper: ReturnType<typeof sweeperOf>, objects: number) {
  let [deleted, ticks] = [0, 0];
  for (; deleted < objects && ticks < TICKS_MAX; ticks += 1) deleted += (await sweeper.tick()).deleted;
  return { deleted, ticks };
}

/** Returns so many keys, of people whose names begin alike. */
export function keysOf(name: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => `users/${name}-${at % 97}/${at}.jpg`);
}

/** Stores an object under each key, and returns its ETag. */
export async function putAll(
  { demo: { s3 } }: Service,
  Bucket: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const put = await atOnce(PUTS_AT_ONCE, keys, async (Key): Promise<[string, string]> => {
    const { ETag = "" } = await s3.send(new PutObjectCommand({ Bucket, Key, Body: Key }));
    return [Key, ETag.replaceAll('"', "")];
  });
  return new Map(put);
}

/** By the operation that records what S3 tells, into the tables of the deployment. */
async function tellDue({ demo, output }: Service, stored: ReadonlyMap<string, string>): Promise<void> {
  const { documents, compiled } = demo;
  const clock = { now: () => new Date(Date.now() - TOLD_BEFORE_MS) };
  const counters = { table: output("MeasurementsTable"), clock };
  const ports = {
    clock,
    things: dynamodbThingRecords(documents, output("ClockTable")),
    dueRows: dynamodbDueRows(documents, output("ClockTable"), counters),
  };
  const service = clockedService(compiled, output("Region"), bucketsAt(1));
  const at = new Date(Date.now() - STORED_BEFORE_MS).toISOString();
  for (const some of chunks([...stored], EVENTS_AT_ONCE)) {
    const events = some.map(
      ([key, etag]): ThingEvent => ({
        kind: "thing",
        thing: { store: STORE, key },
        told: { fact: "created", at },
        etag,
      }),
    );
    const recorded = await recordThingEvents(ports, service, events);
    if (!recorded.every((one) => one.recorded)) throw new Error("Not every object could be told of.");
  }
}

/** Returns every key there is. */
export async function keysIn({ demo: { s3 } }: Service, Bucket: string): Promise<ReadonlySet<string>> {
  const keys = new Set<string>();
  for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket })) {
    for (const { Key = "" } of Contents) keys.add(Key);
  }
  return keys;
}

async function deleteBarely(
  { demo: { s3 } }: Service,
  Bucket: string,
  keys: readonly string[],
): Promise<void> {
  for (const some of chunks(keys, KEYS_PER_CALL)) {
    const Objects = some.map((Key) => ({ Key }));
    await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }));
  }
}

/** Returns seconds since a moment of `performance.now()`. */
export function secondsSince(beganMs: number): number {
  return (performance.now() - beganMs) / 1000;
}
