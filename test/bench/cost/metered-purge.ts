import { BATCHES_AT_ONCE, EVENTS_PER_BATCH, STORED_WAIT_SECONDS } from "../../../infra/intake-batches.ts";
import type { StoredThing } from "../../world/clock/expiring-store.ts";
import { type Metered, meteredWorld, type Units } from "./metered-world.ts";

const DAY_MINUTES = 1440;
const DAY_SECONDS = 86_400;
/** Lambda begins with five pollers of a queue: https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html */
const POLLERS = 5;
/** More uploads in a minute than this are measured by these: their batches are full all the same. */
const SAMPLE_MAX = 4000;
/** By the policy that is measured, photos are due after 24 hours less a margin of one. */
const DUE_AFTER_MINUTES = 23 * 60;
const SWEEPING_TICKS = 4;

/** What was measured of the real operations over the real adapters. */
export interface MeteredPurge {
  readonly thingsPerBatch: number;
  /** Units for each thing that is told. */
  readonly intake: Metered;
  /** Units for each thing that is deleted, beside those of {@link tick}. */
  readonly sweep: Metered;
  /** Units for each tick, whether anything is due or not. */
  readonly tick: Units;
  /** Units for each thing in all the listings of its life. */
  readonly reconciler: Units;
  readonly listingsOfALife: number;
}

/**
 * Lets as many things as a minute brings at this rate be told, be listed, become due and be deleted, by the operations
 * and adapters that are deployed, and reads off what DynamoDB would have billed.
 */
export async function meteredPurge(uploadsPerDay: number): Promise<MeteredPurge> {
  const world = meteredWorld();
  const things = Math.round(Math.min(uploadsPerDay / DAY_MINUTES, SAMPLE_MAX));
  const perBatch = thingsPerBatch(uploadsPerDay);
  await world.tick();
  const stored: StoredThing[] = [];
  for (let at = 0; at < things; at += 1) stored.push(world.upload());
  const intake = await world.metered(async () => {
    for (let at = 0; at < things; at += perBatch) await world.tell(stored.slice(at, at + perBatch));
  });
  const listingsOfALife = Math.floor((DUE_AFTER_MINUTES - 1) / world.listedEveryMinutes);
  world.passMinutes(1);
  const reconciler = await world.metered(async () => {
    for (let at = 0; at < listingsOfALife; at += 1) {
      world.passMinutes(world.listedEveryMinutes);
      await world.reconcile();
    }
  });
  world.passMinutes(DUE_AFTER_MINUTES - listingsOfALife * world.listedEveryMinutes - 3);
  await world.tick();
  world.passMinutes(1);
  const tick = await world.metered(world.tick);
  const sweeping = await world.metered(async () => {
    for (let at = 0; at < SWEEPING_TICKS; at += 1) {
      world.passMinutes(1);
      await world.tick();
    }
  });
  if (world.left() > 0) throw new Error(`${world.left()} of ${things} things were not purged.`);
  const ofTicks = { written: SWEEPING_TICKS * tick.written, read: SWEEPING_TICKS * tick.read };
  return {
    thingsPerBatch: perBatch,
    intake: each(intake, things),
    sweep: each(
      {
        written: sweeping.written - ofTicks.written,
        read: sweeping.read - ofTicks.read,
        writtenOf: sweeping.writtenOf,
      },
      things,
    ),
    tick,
    reconciler: each(reconciler, things),
    listingsOfALife,
  };
}

/** How many things a batch brings: what comes while it waits, shared by the pollers. */
export function thingsPerBatch(uploadsPerDay: number): number {
  const whileWaiting = (uploadsPerDay / DAY_SECONDS) * STORED_WAIT_SECONDS;
  const ofOne = Math.round(whileWaiting / Math.min(POLLERS, BATCHES_AT_ONCE));
  return Math.max(1, Math.min(EVENTS_PER_BATCH, ofOne));
}

function each({ written, read, writtenOf }: Metered, things: number): Metered {
  return {
    written: written / things,
    read: read / things,
    writtenOf: new Map([...writtenOf].map(([name, units]) => [name, units / things])),
  };
}
