import { setTimeout as pause } from "node:timers/promises";
import { EventBridgeClient, PutEventsCommand } from "@aws-sdk/client-eventbridge";
import { GetQueueAttributesCommand, ListQueuesCommand, SQSClient } from "@aws-sdk/client-sqs";
import { LOCAL_CREDENTIALS } from "../../local/local-environment.ts";
import { atOnce } from "../../shared/adapters/at-once.ts";
import { chunks } from "../../shared/domain/retention/pack-due-rows.ts";
import type { Service } from "../journeys/service.ts";
import { keysIn, keysOf, putAll, secondsSince } from "./due-objects.ts";

const STORE = "photos";
/** Of people who have something that nobody tells anything of. */
const NEIGHBOURS = 100;
/** EventBridge takes this many a call: https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html */
const EVENTS_PER_CALL = 10;
const CALLS_AT_ONCE = 25;
const LOOK_EVERY_MS = 2_000;
/** Far more than it takes; something is lost if it takes longer. */
const GONE_WITHIN_SECONDS = 1_800;

/** What came of a flood of events. */
export interface Flooded {
  /** Seconds in which all of them were sent, and from the first on until everything they end was gone. */
  readonly sentSeconds: number;
  readonly goneSeconds: number;
  /** Told of and still there; not told of and gone; events that nobody could take. */
  readonly left: number;
  readonly neighboursLost: number;
  readonly deadLetters: number;
}

/** Stores objects, tells of each at once that it is done with, and waits until all are gone; nothing calls the sweeper but its rule. */
export async function flood(
  service: Service,
  events: number,
  onProgress: (line: string) => void,
): Promise<Flooded> {
  const bucket = service.demo.bindings.stores[STORE]?.id ?? "";
  onProgress(`storing ${events} objects`);
  const neighbours = await putAll(service, bucket, keysOf("neighbour", NEIGHBOURS));
  const stored = await putAll(service, bucket, keysOf("done", events));
  onProgress(`telling of ${events} at once that they are done with`);
  const beganMs = performance.now();
  await tellAll(service, [...stored.keys()]);
  const sentSeconds = secondsSince(beganMs);
  let there = await keysIn(service, bucket);
  const left = () => [...stored.keys()].filter((key) => there.has(key)).length;
  while (left() > 0 && secondsSince(beganMs) < GONE_WITHIN_SECONDS) {
    await pause(LOOK_EVERY_MS);
    there = await keysIn(service, bucket);
    onProgress(`${left()} left after ${secondsSince(beganMs).toFixed(0)} s`);
  }
  return {
    sentSeconds,
    goneSeconds: secondsSince(beganMs),
    left: left(),
    neighboursLost: [...neighbours.keys()].filter((key) => !there.has(key)).length,
    deadLetters: await deadLettersOf(service),
  };
}

async function tellAll({ aws, output }: Service, keys: readonly string[]): Promise<void> {
  const region = output("Region");
  const bus = new EventBridgeClient({ endpoint: aws.endpoint, region, credentials: LOCAL_CREDENTIALS });
  const at = new Date().toISOString();
  await atOnce(CALLS_AT_ONCE, [...chunks(keys, EVENTS_PER_CALL)], async (some) => {
    const { FailedEntryCount } = await bus.send(
      new PutEventsCommand({
        Entries: some.map((key) => ({
          EventBusName: output("ServiceBusName"),
          Source: "lethe.service",
          DetailType: "generation-completed",
          Detail: JSON.stringify({
            schema: "lethe.event.generation-completed/1",
            service: output("Service"),
            region,
            at,
            thing: { store: STORE, key },
          }),
        })),
      }),
    );
    if (FailedEntryCount !== 0) throw new Error(`The bus did not take ${FailedEntryCount} events.`);
  });
}

async function deadLettersOf({ aws, output }: Service): Promise<number> {
  const sqs = new SQSClient({
    endpoint: aws.endpoint,
    region: output("Region"),
    credentials: LOCAL_CREDENTIALS,
  });
  const { QueueUrls = [] } = await sqs.send(new ListQueuesCommand({}));
  const dead = QueueUrls.filter((url) => url.includes("deadletters"));
  if (dead.length === 0) throw new Error("There is no queue of dead letters to look into.");
  const counts = await Promise.all(
    dead.map(async (QueueUrl) => {
      const { Attributes } = await sqs.send(
        new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["ApproximateNumberOfMessages"] }),
      );
      return Number(Attributes?.ApproximateNumberOfMessages ?? 0);
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}
