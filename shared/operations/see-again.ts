import type { ClockedService } from "../domain/retention/clocked-service.ts";
import type { Thing } from "../domain/retention/thing.ts";
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
 * its store does not date began to live by now, if nothing is known of it; what is known of it stands.
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
  const standing = new Map(undated.map((one, at) => [one, known[at]]));
  const now = ports.clock.now().toISOString();
  const told = seen
    .filter((one) => standing.get(one) === undefined)
    .map(({ thing, storedAt = now, etag }) => ({
      thing,
      facts: [{ fact: "created", at: storedAt } as const],
      etag,
    }));
  const toldNow = await tellThings(ports, service, [
    ...told,
    ...(await factsOfSessions(ports, service, told)),
  ]);
  return [...toldNow, ...known.filter((one) => one !== undefined)];
}
