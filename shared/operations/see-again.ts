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
  const seen = await Promise.all(things.map((thing) => adapter.see(thing)));
  return tellSeen(
    ports,
    service,
    seen.filter((one) => one !== undefined),
  );
}

/** Tells when things were stored that a look or a listing showed; what ended with its session before that ends so. */
export async function tellSeen(
  ports: TellThingsPorts,
  service: ClockedService,
  seen: readonly SeenThing[],
): Promise<readonly KnownThing[]> {
  const told = seen.map(({ thing, storedAt, etag }) => ({
    thing,
    facts: [{ fact: "created", at: storedAt } as const],
    etag,
  }));
  return tellThings(ports, service, [...told, ...(await factsOfSessions(ports, service, told))]);
}
