import type { DemoClock } from "../../local/demo/demo-clock.ts";
import type { PolicyDeclaration } from "../../shared/domain/policy/policy.ts";
import type { NamedThing } from "../../shared/domain/retention/named-thing.ts";
import { itemKeyText } from "../../shared/domain/retention/thing-owner.ts";
import { clockClientInMemory } from "./clock-client.ts";

const MINUTE_MS = 60_000;

/**
 * Returns a service in memory with its clock, as somebody sees it who stores things and looks at them. Each pause is a
 * minute, in which events arrive and the sweeper ticks; each of these can be taken out.
 */
export function serviceInMemory(
  declaration: PolicyDeclaration,
  { sweeps = true, erases = true, arrives = true } = {},
): DemoClock {
  const { client, world, sent, told } = clockClientInMemory(declaration);
  const ended = new Set<string>();
  const deliver = async () => {
    const events = sent.splice(0).filter(() => arrives);
    for (const event of events) {
      if (event.schema === "lethe.event.account-ended/1") ended.add(event.subject);
    }
    await told(events.filter(({ schema }) => schema !== "lethe.event.account-ended/1"));
  };
  return {
    policy: world.compiled.policy,
    client,
    clock: world.clock,
    real: (shown) => shown,
    timeScale: 1,
    put: async (store, named) => void (await world.upload(store.id, keyOf(named))),
    isThere: async (store, named) => world.store(store.id).keys().includes(keyOf(named)),
    storePerson: async () => undefined,
    isLeft: async (person) => !(erases && ended.has(person)),
    async pause() {
      await deliver();
      if (sweeps) await world.pass(1);
      else world.clock.advance(MINUTE_MS);
    },
  };
}

function keyOf(named: NamedThing): string {
  if ("key" in named) return named.key;
  const [partition = "", sort] = Object.values(named.item);
  return itemKeyText(partition, sort);
}
