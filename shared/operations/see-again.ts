import type { ClockedService } from "../domain/retention/clocked-service.ts";
import { undatedSince } from "../domain/retention/reconcile-interval.ts";
import type { Thing } from "../domain/retention/thing.ts";
import { factText, type ToldFact } from "../domain/retention/told-fact.ts";
import { factsOfSessions } from "./end-session.ts";
import type { ExpiringStore, KnownThing, SeenThing } from "./ports.ts";
import { type TellThingsPorts, tellThings } from "./tell-things.ts";

/**
 * Looks at things that are not what they were believed to be, and tells what is seen: when each was stored, and its
 * ETag. They are due anew by what is known then.
 *
 * @returns what is known now of those that are there.
 */
export async function seeAgain(
  ports: TellThingsPorts,
  service: ClockedService,
  adapter: ExpiringStore,
  things: readonly Thing[],
): Promise<readonly KnownThing[]> {
  if (things.length === 0) return [];
  const seen = await Promise.all(things.map((thing) => adapter.see(thing)));
  return tellSeen(
    ports,
    service,
    seen.filter((one) => one !== undefined),
  );
}

/**
 * Tells when things were stored that a look or a listing showed; what ended with its session before that ends so. What
 * its store does not date began to live when it may have been stored at the earliest, if nothing is known of it; what is
 * known of it stands, unless a law keeps what is there now.
 *
 * @returns what is known now of each.
 */
export async function tellSeen(
  ports: TellThingsPorts,
  service: ClockedService,
  seen: readonly SeenThing[],
): Promise<readonly KnownThing[]> {
  const undated = seen.filter(({ storedAt }) => storedAt === undefined);
  const known = await ports.things.read(undated.map(({ thing }) => thing));
  const standing = new Map(
    undated.flatMap((one, at) => {
      const stands = known[at];
      return stands === undefined || isRetainedUnknown(one, stands) ? [] : [[one, stands] as const];
    }),
  );
  const now = ports.clock.now();
  const told = seen
    .filter((one) => !standing.has(one))
    .map((one) => ({
      thing: one.thing,
      facts: factsSeen(one, now, undatedSince(service, one.thing.store, now)),
      etag: one.etag,
    }));
  const toldNow = await tellThings(ports, service, [
    ...told,
    ...(await factsOfSessions(ports, service, told)),
  ]);
  return [...toldNow, ...standing.values()];
}

/**
 * Returns what a look or a listing tells of a thing. What a law keeps was made when it says so, not when it was cut.
 *
 * @param since counts as its beginning if its store does not date it, ISO 8601 UTC.
 */
export function factsSeen({ storedAt, retained }: SeenThing, now: Date, since: string): readonly ToldFact[] {
  if (!retained) return [{ fact: "created", at: storedAt ?? since }];
  const seenAt = now.toISOString();
  const [createdAt = seenAt] = [retained.madeAt ?? seenAt, seenAt].sort();
  return [
    { fact: "created", at: createdAt },
    { fact: "retained-until", at: retained.until },
  ];
}

/** Says whether it is seen and not known yet that a law keeps a thing, and until when. */
export function isRetainedUnknown({ retained }: SeenThing, { facts }: KnownThing): boolean {
  return retained !== undefined && !facts.has(factText({ fact: "retained-until", at: retained.until }));
}
