import type { EndedBy } from "../measure/clock-trial.ts";

/** A thing that somebody stored and looks at; every moment is one of the service's clock, ISO 8601 UTC. */
export interface WatchedThing {
  readonly store: string;
  /** What is to end it; `saved` things stay. */
  readonly endedBy: EndedBy | "saved";
  readonly storedAt: string;
  /** When the event that ends or saves it was told. */
  readonly toldAt?: string;
  /** By when it was promised to be gone; an event is its own. */
  readonly deadline?: string;
  readonly goneAt?: string;
}

/** What was seen of one store. */
export interface StoreAges {
  readonly store: string;
  readonly categories: readonly string[];
  /** Absent if only events end what is there. */
  readonly limitSeconds?: number;
  /** How long before that our clock acts. */
  readonly marginSeconds: number;
  readonly things: readonly WatchedThing[];
}

/** Returns how old a thing is, or became, in seconds. */
export function ageSecondsOf({ storedAt, goneAt }: WatchedThing, now: string): number {
  return (Date.parse(goneAt ?? now) - Date.parse(storedAt)) / 1000;
}

/** Returns how much later than promised a thing was gone, in seconds; undefined if it is there, or nothing was promised. */
export function lateSecondsOf({ deadline, goneAt }: WatchedThing): number | undefined {
  if (deadline === undefined || goneAt === undefined) return undefined;
  return (Date.parse(goneAt) - Date.parse(deadline)) / 1000;
}

/** What can be said of a store in numbers. */
export interface AgeSummary {
  readonly living: number;
  readonly saved: number;
  readonly gone: number;
  /** Of what is not saved. */
  readonly oldestSeconds: number | undefined;
  /** Of what a limit ended: the one that was gone last before its promise, or furthest after it. */
  readonly latestByLimitSeconds: number | undefined;
  /** Of what an event ended: how long after it. */
  readonly latestByEventSeconds: number | undefined;
}

/** Returns the numbers of a store. */
export function summaryOf({ things }: StoreAges, now: string): AgeSummary {
  const living = things.filter(({ goneAt }) => goneAt === undefined);
  const ending = living.filter(({ endedBy, toldAt }) => endedBy !== "saved" || toldAt === undefined);
  const late = (isByLimit: (thing: WatchedThing) => boolean) =>
    mostOf(things.filter(isByLimit).flatMap((thing) => lateSecondsOf(thing) ?? []));
  return {
    living: ending.length,
    saved: living.length - ending.length,
    gone: things.length - living.length,
    oldestSeconds: mostOf(ending.map((thing) => ageSecondsOf(thing, now))),
    latestByLimitSeconds: late(({ endedBy }) => endedBy === "limit"),
    latestByEventSeconds: late(({ endedBy }) => endedBy !== "limit"),
  };
}

function mostOf(numbers: readonly number[]): number | undefined {
  return numbers.length === 0 ? undefined : numbers.reduce((most, one) => Math.max(most, one));
}
