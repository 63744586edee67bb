import { type SubjectId, subjectIdOf } from "../../shared/domain/erasure/subject-id.ts";
import { afterDuration } from "../../shared/domain/retention/after-duration.ts";
import {
  type ClockStore,
  clockRuleAt,
  clockRuleOf,
  clockStores,
} from "../../shared/domain/retention/clock-rules.ts";
import { bucketsAt } from "../../shared/domain/retention/due-bucket.ts";
import type { NamedThing } from "../../shared/domain/retention/named-thing.ts";
import { endingsOfStore, tellEnd } from "../measure/clock-trial.ts";
import type { DemoClock } from "./demo-clock.ts";
import { namedAt } from "./stored-thing.ts";
import type { StoreAges, WatchedThing } from "./watched-thing.ts";

const PEOPLE = ["busy-ann", "busy-ben", "busy-cem"].map((id) => subjectIdOf(id));
/** What ends by an event is told of after so many steps: a generation takes its time. */
const TOLD_AFTER_STEPS = 3;
/** Older ones say nothing new, and each look at one is a call. */
const WATCHED_MAX = 2000;
/** So many looks at once are what the embedded AWS answers without falling behind. */
const LOOKS_AT_ONCE = 8;

interface Watched {
  thing: WatchedThing;
  readonly store: ClockStore;
  readonly named: NamedThing;
  readonly person: SubjectId;
  readonly session: string;
  readonly step: number;
}

/** A service at work: what it stores, tells and sees go. */
export interface BusyService {
  /** Stores a thing in every store on the clock, and tells what ends those of a while ago. */
  step(): Promise<void>;
  /** Looks which of them are still there. */
  look(): Promise<void>;
  /** What was seen so far, one entry a store. */
  ages(): readonly StoreAges[];
}

/** Returns a service that does nothing until it is told to. */
export function busyService(demo: DemoClock): BusyService {
  const stores = clockStores(demo.policy);
  const watched: Watched[] = [];
  let steps = 0;
  const now = () => demo.clock.now().toISOString();

  const put = async (store: ClockStore): Promise<void> => {
    const endings: readonly WatchedThing["endedBy"][] = [
      ...endingsOfStore(demo, store),
      ...savings(demo, store),
    ];
    const endedBy = endings[steps % endings.length] ?? "limit";
    const person = PEOPLE[steps % PEOPLE.length] ?? subjectIdOf("busy-ann");
    const session = `busy-${steps}`;
    const named = namedAt(store, { person, name: `busy-${store.id}-${steps}`, session });
    await demo.put(store, named);
    const storedAt = now();
    const { limit } = clockRuleOf(demo.policy, store);
    const deadline = limit && endedBy === "limit" ? { deadline: afterDuration(storedAt, limit.after) } : {};
    const thing = { store: store.id, endedBy, storedAt, ...deadline };
    watched.push({ thing, store, named, person, session, step: steps });
  };

  const tellEnds = async (): Promise<void> => {
    const ready = watched.filter(({ step, thing }) => step === steps - TOLD_AFTER_STEPS && !thing.goneAt);
    for (const one of ready) {
      const { endedBy } = one.thing;
      if (endedBy === "limit") continue;
      if (endedBy === "saved") await demo.client.saved(one.named);
      else await tellEnd(demo, one.named, { ...one, endedBy });
      one.thing = { ...one.thing, toldAt: now(), ...(endedBy === "saved" ? {} : { deadline: now() }) };
    }
  };

  return {
    async step() {
      for (const store of stores) await put(store);
      await tellEnds();
      steps += 1;
      watched.splice(0, Math.max(0, watched.length - WATCHED_MAX));
    },
    async look() {
      const open = watched.filter(({ thing }) => !thing.goneAt);
      for (let at = 0; at < open.length; at += LOOKS_AT_ONCE) {
        await Promise.all(
          open.slice(at, at + LOOKS_AT_ONCE).map(async (one) => {
            if (!(await demo.isThere(one.store, one.named))) one.thing = { ...one.thing, goneAt: now() };
          }),
        );
      }
    },
    ages: () =>
      stores.map((store) => ({
        store: store.id,
        categories: store.categories,
        ...lengths(demo, store),
        things: watched.filter((one) => one.store === store).map(({ thing }) => thing),
      })),
  };
}

function savings(demo: DemoClock, store: ClockStore): readonly "saved"[] {
  return clockRuleOf(demo.policy, store).savable ? ["saved"] : [];
}

function lengths(demo: DemoClock, store: ClockStore): Pick<StoreAges, "limitSeconds" | "marginSeconds"> {
  const { limit, marginMinutes } = clockRuleAt(demo.policy, store, bucketsAt(demo.timeScale));
  const now = demo.clock.now().toISOString();
  const seconds = limit && (Date.parse(afterDuration(now, limit.after)) - Date.parse(now)) / 1000;
  return { ...(seconds === undefined ? {} : { limitSeconds: seconds }), marginSeconds: marginMinutes * 60 };
}
