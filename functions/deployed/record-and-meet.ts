import { randomBytes } from "node:crypto";
import type { ThingEvent } from "../../shared/domain/retention/clock-event.ts";
import { ownerOf } from "../../shared/domain/retention/thing-owner.ts";
import { meetTombstones } from "../../shared/operations/meet-tombstones.ts";
import { type EventRecorded, recordThingEvents } from "../../shared/operations/record-events.ts";
import { systemClock } from "./clock.ts";
import type { Clocked } from "./clocked.ts";
import { dueRows } from "./due-rows.ts";
import { register } from "./register.ts";
import { subjectKeys } from "./subject-keys.ts";
import { things } from "./things.ts";
import { tombstones } from "./tombstones.ts";

const meeting = { register, tombstones, subjectKeys, clock: systemClock, random: randomBytes };

/**
 * Records what was stored; what was stored of somebody who was erased goes again. If that cannot be found out, all comes
 * again, which records nothing twice.
 */
export async function recordAndMeet(
  { policy, service }: Pick<Clocked, "policy" | "service">,
  events: readonly ThingEvent[],
): Promise<readonly EventRecorded[]> {
  const recorded = await recordThingEvents({ things, dueRows, clock: systemClock }, service, events);
  const people = events.flatMap(({ thing, told }) => {
    const store = service.stores.get(thing.store);
    const subject = store && ownerOf(store.declared, thing.key);
    return subject === undefined || told.fact !== "created" ? [] : [{ subject, storedAt: told.at }];
  });
  const { policyDigest, region } = service;
  await meetTombstones(meeting, { policy, policyDigest, region }, people);
  return recorded;
}
