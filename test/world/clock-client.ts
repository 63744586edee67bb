import { type ClockClientPorts, clockClient } from "../../client/clock.ts";
import type { PolicyDeclaration } from "../../shared/domain/policy/policy.ts";
import { clockEventOf, type ServiceEvent } from "../../shared/domain/retention/service-event.ts";
import { clockWorld } from "./clock/clock-world.ts";
import { inMemoryTombstones } from "./small-ports.ts";

/** The clock part of the client over a clock in memory: what it tells arrives when it is delivered. */
export function clockClientInMemory(declaration: PolicyDeclaration, change: Partial<ClockClientPorts> = {}) {
  const world = clockWorld(declaration);
  const sent: ServiceEvent[] = [];
  const signed: number[] = [];
  const client = clockClient({
    policy: async () => world.compiled,
    region: world.service.region,
    records: world.ports.things,
    tombstones: inMemoryTombstones(),
    subjectKeys: world.ports.subjectKeys,
    realClock: world.clock,
    clock: world.clock,
    timeScale: 1,
    real: (shown) => shown,
    send: async (events) => {
      sent.push(...events);
    },
    save: ({ thing }) => world.save(thing),
    sign: async ({ thing }, expiresInSeconds) => {
      signed.push(expiresInSeconds);
      return `https://bucket.example/${thing.key}`;
    },
    storedAt: async ({ thing }) => (await world.store(thing.store).see(thing))?.storedAt,
    ...change,
  });
  const told = (events: readonly ServiceEvent[]) =>
    world.tell(...events.map((event) => clockEventOf(detailTypeOf(event), event)));
  return {
    client,
    world,
    sent,
    signed,
    told,
    /** Brings what was told to the clock, and lets the sweeper tick a minute later. */
    async deliver(): Promise<void> {
      await told(sent.splice(0));
      await world.pass(2);
    },
  };
}

function detailTypeOf({ schema }: ServiceEvent): string {
  return schema.replace(/^lethe\.event\.|\/1$/gu, "");
}
