import { BATCHES_AT_ONCE, EVENTS_PER_BATCH, STORED_WAIT_SECONDS } from "../../../infra/intake-batches.ts";
import type { StoredThing } from "../../world/clock/expiring-store.ts";
import { type Metered, type MeteredWorld, meteredWorld, type Units } from "./metered-world.ts";

const DAY_MINUTES = 1440;
const DAY_SECONDS = 86_400;
/** Lambda begins with five pollers of a queue: https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html */
const POLLERS = 5;
/** More uploads in a minute than this are measured by these: their batches are full all the same. */
const SAMPLE_MAX = 4000;
/** By the policy that is measured, photos are due after 24 hours less a margin of one. */
const DUE_AFTER_MINUTES = 23 * 60;
const SWEEPING_TICKS = 4;
/** Enough for rows in every shard, due an hour before the others, on the same day. */
const WARM_UP_THINGS = 1600;
const WARM_UP_MINUTES = 60;
const LISTED_THINGS = 1000;

/** What was measured of the real operations over the real adapters. */
export interface MeteredPurge {
  readonly thingsPerBatch: number;
  /** Units for each thing that is told. */
  readonly intake: Metered;
  /** Units for each thing that is deleted, beside those of {@link tick}. */
  readonly sweep: Metered;
  /** Units for each tick and store, whether anything is due or not. */
  readonly tick: Units;
  /** Units for each thing in all the listings of its life. */
  readonly reconciler: Units;
  readonly listingsOfALife: number;
  readonly recordBytes: number;
  /** For how long a record stands. */
  readonly recordDays: number;
}

/**
 * Lets as many things as a minute brings at this rate be told, be listed, become due and be deleted, by the operations
 * and adapters that are deployed, and reads off what DynamoDB would have billed.
 */
export async function meteredPurge(uploadsPerDay: number): Promise<MeteredPurge> {
  const world = meteredWorld();
  const things = Math.round(Math.min(uploadsPerDay / DAY_MINUTES, SAMPLE_MAX));
  const perBatch = thingsPerBatch(uploadsPerDay);
  // A day's first purge in each shard opens its lane and its counters: that is done once a day, and not measured.
  await tellAll(world, uploads(world, WARM_UP_THINGS), perBatch);
  world.passMinutes(WARM_UP_MINUTES);
  const stored = uploads(world, things);
  const intake = await world.metered(() => tellAll(world, stored, perBatch));
  world.passMinutes(DUE_AFTER_MINUTES - 2);
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
  const ofThings = {
    written: sweeping.written - SWEEPING_TICKS * tick.written,
    read: sweeping.read - SWEEPING_TICKS * tick.read,
    writtenOf: sweeping.writtenOf,
  };
  return {
    thingsPerBatch: perBatch,
    intake: each(intake, things),
    sweep: each(ofThings, things),
    tick: { written: tick.written / world.stores, read: tick.read / world.stores },
    ...(await meteredListings()),
    ...world.record(stored[0]),
  };
}

/** What the reconciler takes for each thing in its life, if nothing was lost. */
async function meteredListings(): Promise<Pick<MeteredPurge, "reconciler" | "listingsOfALife">> {
  const world = meteredWorld();
  await tellAll(world, uploads(world, LISTED_THINGS), LISTED_THINGS);
  // Neither at the very moment of the upload nor at that of the end.
  world.passMinutes(1);
  const listingsOfALife = Math.floor((DUE_AFTER_MINUTES - 1) / world.listedEveryMinutes);
  const reconciler = await world.metered(async () => {
    for (let at = 0; at < listingsOfALife; at += 1) {
      world.passMinutes(world.listedEveryMinutes);
      await world.reconcile();
    }
  });
  return { reconciler: each(reconciler, LISTED_THINGS), listingsOfALife };
}

async function tellAll(world: MeteredWorld, stored: readonly StoredThing[], perBatch: number): Promise<void> {
  for (let at = 0; at < stored.length; at += perBatch) await world.tell(stored.slice(at, at + perBatch));
}

function uploads(world: MeteredWorld, things: number): readonly StoredThing[] {
  return Array.from({ length: things }, () => world.upload());
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
