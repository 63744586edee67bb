import { setTimeout as pause } from "node:timers/promises";
import { clockSettingsFromOutputs } from "../../client/client-settings.ts";
import type { LetheClock } from "../../client/clock.ts";
import { letheClock } from "../../client/lethe-clock.ts";
import { clockAt, realInstant, type TimeScale } from "../../shared/adapters/clock/scaled-time.ts";
import type { SubjectId } from "../../shared/domain/erasure/subject-id.ts";
import type { Policy } from "../../shared/domain/policy/policy.ts";
import type { ClockStore } from "../../shared/domain/retention/clock-rules.ts";
import type { NamedThing } from "../../shared/domain/retention/named-thing.ts";
import type { Clock, StoreAdapter } from "../../shared/operations/ports.ts";
import { LOCAL_CREDENTIALS } from "../local-environment.ts";
import { type DemoStores, storePerson } from "./store-person.ts";
import { isStored, putThing } from "./stored-thing.ts";

/** A service with its clock, as somebody sees it who stores things and looks whether they are still there. */
export interface DemoClock {
  readonly policy: Policy;
  readonly client: LetheClock;
  /** The time that due times are in. */
  readonly clock: Clock;
  /** Returns the real moment at which that clock shows another. */
  readonly real: (shown: Date) => Date;
  readonly timeScale: number;
  put(store: ClockStore, named: NamedThing): Promise<void>;
  isThere(store: ClockStore, named: NamedThing): Promise<boolean>;
  /** Stores one of each thing in every store, for a person with an account. */
  storePerson(person: SubjectId): Promise<void>;
  /** Says whether anything is left of a person where the erasure of an account empties. */
  isLeft(person: SubjectId): Promise<boolean>;
  /** Lets so many real milliseconds pass. */
  pause(milliseconds: number): Promise<void>;
}

/**
 * Returns the clock of a deployment on the embedded AWS.
 *
 * @param outputs of all its stacks in one.
 */
export function demoClock(
  demo: DemoStores & { readonly erased: readonly StoreAdapter[] },
  policy: Policy,
  outputs: Readonly<Record<string, string>>,
  endpoint: string,
): DemoClock {
  const settings = clockSettingsFromOutputs(outputs);
  const time: TimeScale | undefined = settings.time;
  const client = letheClock(settings, { endpoint, credentials: LOCAL_CREDENTIALS });
  return {
    policy,
    client,
    clock: clockAt(time),
    real: (shown) => realInstant(time, shown),
    timeScale: time?.scale ?? 1,
    async put(store, named) {
      const [category = ""] = store.categories;
      await putThing(demo, store, named, await client.expiresAtFor(category));
    },
    isThere: (store, named) => isStored(demo, store, named),
    storePerson: (person) => storePerson(demo, person, 1),
    async isLeft(person) {
      const left = await Promise.all(demo.erased.map(({ verifier }) => verifier.countRemaining(person)));
      return left.some((count) => count > 0);
    },
    pause: async (milliseconds) => pause(milliseconds),
  };
}
