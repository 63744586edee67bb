import { STOP_BEFORE_DEADLINE_MS } from "./delete-gate.ts";
import { type MeetingService, type MeetTombstonesPorts, meetTombstones } from "./meet-tombstones.ts";
import type { Listings, PeopleIn } from "./ports.ts";

/** Each store is gone through once a day: what came back is found by then. */
const EVERY_MS = 86_400_000;

export interface LookForReturnedPorts extends MeetTombstonesPorts {
  readonly listings: Listings;
  readonly people: readonly PeopleIn[];
  /** Returns for how many milliseconds this process may go on. */
  readonly remainingMs: () => number;
}

/**
 * Goes through the people of every store whose turn it is and meets each with the tombstones: it needs no event, so it
 * finds what was imported, copied back from a replica, or stored behind everybody's back.
 *
 * @returns how many had come back.
 */
export async function lookForReturned(ports: LookForReturnedPorts, service: MeetingService): Promise<number> {
  let returned = 0;
  for (const store of ports.people) {
    const name = `people/${store.storeId}`;
    const { listing, finishedAt } = await ports.listings.read(name);
    const now = ports.clock.now();
    if (!listing && finishedAt !== undefined && Date.parse(finishedAt) + EVERY_MS > now.getTime()) continue;
    const before = finishedAt === undefined ? {} : { finishedAt };
    for await (const { people, after } of store.list(listing?.after)) {
      returned += await meetTombstones(
        ports,
        service,
        people.map((subject) => ({ subject })),
      );
      const so = { living: 0, untold: 0, found: 0, ...(after === undefined ? {} : { after }) };
      await ports.listings.keep(name, { ...before, listing: so });
      if (ports.remainingMs() < STOP_BEFORE_DEADLINE_MS) return returned;
    }
    await ports.listings.keep(name, { finishedAt: now.toISOString() });
  }
  return returned;
}
