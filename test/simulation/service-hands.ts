import { sha256Hex } from "../../shared/domain/canonical-json.ts";
import type { ClockEvent } from "../../shared/domain/retention/clock-event.ts";
import { isoText } from "../../shared/domain/retention/iso-text.ts";
import type { VirtualClock } from "../world/clock.ts";
import { holdNumber } from "../world/holds.ts";
import type { Agenda } from "./agenda.ts";
import type { EventQueue } from "./event-queue.ts";
import type { Faults } from "./faults.ts";
import { arrivals } from "./notifications.ts";
import type { Oracle, Place } from "./oracle.ts";
import type { Random } from "./seeded-random.ts";
import type { SimulatedClock } from "./simulated-clock.ts";
import type { VirtualStore } from "./virtual-store.ts";
import type { Hands } from "./workload.ts";

/** Something that happens at a time. */
export type Act = () => void | Promise<void>;

/** What the hands reach: the stores, the queue, the clock that is tested, and the oracle that is told everything. */
export interface HandsWorld {
  readonly clock: VirtualClock;
  readonly toCome: Agenda<Act>;
  readonly stores: ReadonlyMap<string, VirtualStore>;
  readonly queue: EventQueue;
  readonly tested: SimulatedClock;
  readonly oracle: Oracle;
  readonly random: Random;
  readonly faults: Faults;
}

/** Returns what people and the service do, each act done in the world and told to the oracle. */
export function serviceHands(world: HandsWorld): Hands {
  const { clock, toCome, stores, queue, tested, oracle, random, faults } = world;
  const endedSessions = new Map<string, number | undefined>();
  const holdIds = new Map<string, string>();
  const nowMs = (): number => clock.now().getTime();
  const storeOf = ({ store }: Place): VirtualStore => {
    const found = stores.get(store);
    if (!found) throw new Error(`There is no store ${store}.`);
    return found;
  };
  /** @returns when it is heard first; undefined if never. */
  const send = (event: ClockEvent, sentBy: "store" | "service" | "un-saving"): number | undefined => {
    const times = arrivals(faults, random, nowMs(), sentBy);
    for (const atMs of times) queue.send(event, atMs);
    return times.length > 0 ? Math.min(...times) : undefined;
  };

  return {
    nowMs,
    at: (atMs, act) => toCome.add(atMs, act),
    mayGoFromMs: (place) => oracle.endOf(place)?.mayGoFromMs,
    store(place, content, again) {
      const { thing, storedAt, etag } = storeOf(place).put(place.key, content);
      const told = { fact: "created", at: storedAt } as const;
      const heardMs = send({ kind: "thing", thing, told, ...(etag === undefined ? {} : { etag }) }, "store");
      oracle.stored(place, nowMs(), heardMs, again === "same bytes");
      const session = sessionOf(place);
      if (session === undefined || !endedSessions.has(session)) return;
      const endHeardMs = endedSessions.get(session);
      const known =
        endHeardMs === undefined || heardMs === undefined ? undefined : Math.max(endHeardMs, heardMs);
      oracle.happened(place, "session-ended", nowMs(), known);
    },
    tell(place, what) {
      const told = { fact: what, at: isoText(nowMs()) };
      const heardMs = send(
        { kind: "thing", thing: { ...place }, told },
        what === "un-saved" ? "un-saving" : "service",
      );
      oracle.happened(place, what, nowMs(), heardMs);
    },
    endSession(subject, session, places) {
      const at = clock.now().toISOString();
      const heardMs = send({ kind: "session-ended", subject, session, at }, "service");
      endedSessions.set(`${subject}/${session}`, heardMs);
      for (const place of places) oracle.happened(place, "session-ended", nowMs(), heardMs);
    },
    async save(place) {
      const isThere = storeOf(place).has(place.key);
      const outcome = await tested.save(place);
      if (outcome === "saved") oracle.saved(place, nowMs(), isThere);
    },
    async hold(place) {
      const hold = holdNumber(holdIds.size + 1, {
        covers: { store: place.store, item: sha256Hex(itemOf(place)) },
      });
      holdIds.set(place.key, hold.holdId);
      await tested.holds.place(hold);
      oracle.held(place);
    },
    async release(place) {
      const holdId = holdIds.get(place.key);
      if (holdId === undefined) return;
      const at = clock.now().toISOString();
      await tested.holds.release(holdId, { by: { kind: "staff", name: "ada" }, at }, 0);
      await tested.askToFireHeldAgain();
      oracle.released(place, nowMs());
    },
    deleteAsOwner(place) {
      storeOf(place).deleteCurrent(place.key);
      if (!storeOf(place).has(place.key)) oracle.withdrawn(place);
    },
  };
}

/** A hold names an item by its sort key. */
function itemOf({ key }: Place): string {
  const values: unknown = JSON.parse(key);
  return Array.isArray(values) ? String(values.at(-1)) : key;
}

function sessionOf({ store, key }: Place): string | undefined {
  if (store !== "sessions") return undefined;
  const [, subject, , session] = key.split("/");
  return `${subject}/${session}`;
}
