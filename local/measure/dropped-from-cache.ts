import { randomBytes } from "node:crypto";
import { subjectIdOf } from "../../shared/domain/erasure/subject-id.ts";
import type { Mechanism } from "../../shared/domain/policy/mechanism.ts";
import { mechanismsNamedBy } from "../../shared/domain/policy/mechanisms-named.ts";
import { cachedAddresses, cachedStore } from "../../shared/domain/processors/cached-addresses.ts";
import { ageText } from "../../shared/domain/retention/age-text.ts";
import { clockStores } from "../../shared/domain/retention/clock-rules.ts";
import type { DemoClock } from "../demo/demo-clock.ts";
import type { Seen } from "../measured.ts";
import type { StandIns } from "../stand-ins/at-the-desk.ts";
import { seenToEnd } from "./clock.ts";
import { beginTrial, endingsOfStore } from "./clock-trial.ts";

type DroppedFromCache = Extract<Mechanism, { readonly mechanism: "dropped-from-cache" }>;

const LOOK_EVERY_MS = 250;
/** The clock tells a queue, which is taken from at once: more than this is another way of it going. */
const DROPPED_WITHIN_MS = 30_000;

/**
 * Stores a thing in every store whose copies a promise has dropped, lets the stand-in of its cache have a copy, and looks
 * from inside of that whether it is gone after the thing is. Nothing is deleted here.
 */
export async function measureDroppedFromCache(demo: DemoClock, standIns: StandIns): Promise<readonly Seen[]> {
  const named = mechanismsNamedBy(demo.policy).filter(
    (one): one is DroppedFromCache => one.mechanism === "dropped-from-cache",
  );
  const seen: Seen[] = [];
  for (const mechanism of named) seen.push({ mechanism, ...(await seenOf(demo, standIns, mechanism)) });
  return seen;
}

async function seenOf(
  demo: DemoClock,
  standIns: StandIns,
  { store: id }: DroppedFromCache,
): Promise<Pick<Seen, "held" | "how">> {
  const store = clockStores(demo.policy).find((one) => one.id === id);
  const cache = cachedStore(demo.policy, id);
  const [endedBy] = store ? endingsOfStore(demo, store) : [];
  if (!store || !cache || endedBy === undefined)
    return { held: false, how: `Nothing in ${id} ends by itself.` };
  const copies: string[] = [];
  const caching: DemoClock = {
    ...demo,
    async put(where, thing) {
      // Before the thing is there, or the clock might be faster than whoever looks.
      copies.push(...("key" in thing ? cachedAddresses(cache, thing.key) : []));
      for (const copy of copies) await standIns.have(cache.processor, copy);
      await demo.put(where, thing);
    },
  };
  const person = subjectIdOf(`measure-${randomBytes(8).toString("hex")}`);
  const begun = await beginTrial(caching, person, store.categories[0] ?? "", store, endedBy);
  const before = await heldOf(standIns, cache.processor);
  const [ended] = await seenToEnd(demo, [begun]);
  if (!ended?.goneAt || copies.length === 0 || !copies.every((copy) => before.has(copy))) {
    return { held: false, how: `What was stored in ${id} and cached at ${cache.processor} did not go.` };
  }
  const seconds = await secondsUntilDropped(demo, standIns, cache.processor, copies);
  const place = `the stand-in of ${cache.processor}`;
  return seconds === undefined
    ? {
        held: false,
        how: `${place} still had the copy ${DROPPED_WITHIN_MS / 1000} s after the original was gone.`,
      }
    : {
        held: true,
        how: `after the clock had deleted a thing in ${id}, ${place} was told and had its copy no more, ${ageText(seconds)} later`,
      };
}

/** By the real clock, in which queues are. */
async function secondsUntilDropped(
  demo: DemoClock,
  standIns: StandIns,
  processor: string,
  copies: readonly string[],
): Promise<number | undefined> {
  for (let waitedMs = 0; waitedMs < DROPPED_WITHIN_MS; waitedMs += LOOK_EVERY_MS) {
    const held = await heldOf(standIns, processor);
    if (!copies.some((copy) => held.has(copy))) return waitedMs / 1000;
    await demo.pause(LOOK_EVERY_MS);
  }
  return undefined;
}

async function heldOf(standIns: StandIns, processor: string): Promise<ReadonlySet<string>> {
  return new Set((await standIns.list()).find(({ id }) => id === processor)?.holds);
}
