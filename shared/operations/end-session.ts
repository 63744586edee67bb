import type { ClockedService, ClockedStore } from "../domain/retention/clocked-service.ts";
import { type Session, sessionOf, sessionThing } from "../domain/retention/session-of-thing.ts";
import { toldFacts } from "../domain/retention/told-fact.ts";
import type { ExpiringStore } from "./ports.ts";
import { type TellOfThing, type TellThingsPorts, tellThings } from "./tell-things.ts";

export interface EndSessionPorts extends TellThingsPorts {
  /** Every store on the clock, as it is worked on. */
  readonly expiringStores: ReadonlyMap<string, ExpiringStore>;
}

const SESSION_ENDED = "session-ended";

/**
 * Ends a session: everything that was stored in it is due. What is stored later finds that it ended, because that is on
 * record before the session is listed.
 */
export async function endSession(
  ports: EndSessionPorts,
  service: ClockedService,
  ended: Session & { readonly at: string },
): Promise<void> {
  const fact = { fact: SESSION_ENDED, at: ended.at } as const;
  for (const [storeId, store] of service.stores) {
    const session = endsWithSession(store) ? sessionThing(store.declared, ended) : undefined;
    const adapter = ports.expiringStores.get(storeId);
    if (!session || !adapter) continue;
    await tellThings(ports, service, [{ thing: session, facts: [fact] }]);
    // What its store does not date was stored by now, so it ends now.
    for await (const page of adapter.listSession(ended.subject, ended.session)) {
      await tellThings(
        ports,
        service,
        page.map(({ thing, storedAt, etag }) => ({
          thing,
          facts:
            storedAt === undefined
              ? [{ ...fact, at: ports.clock.now().toISOString() }]
              : [{ fact: "created", at: storedAt } as const, endAfter(fact.at, storedAt)],
          etag,
        })),
      );
    }
  }
}

/** Returns what has to be told besides of things that were stored after their session had ended: they end at once. */
export async function factsOfSessions(
  { things }: TellThingsPorts,
  service: ClockedService,
  told: readonly TellOfThing[],
): Promise<readonly TellOfThing[]> {
  const stored = told.flatMap(({ thing, facts }) => {
    const store = service.stores.get(thing.store);
    const at = facts.find(({ fact }) => fact === "created")?.at;
    const session = store && endsWithSession(store) ? sessionOf(store.declared, thing.key) : undefined;
    const standsFor = session && store && sessionThing(store.declared, session);
    return at === undefined || !standsFor ? [] : [{ thing, at, standsFor }];
  });
  const sessions = new Map(
    stored.map(({ standsFor }) => [`${standsFor.store}\n${standsFor.key}`, standsFor]),
  );
  const known = await things.read([...sessions.values()]);
  const endedAt = new Map(
    [...sessions.keys()].map((name, at) => {
      const ended = toldFacts(known[at]?.facts ?? new Set()).find(({ fact }) => fact === SESSION_ENDED);
      return [name, ended?.at];
    }),
  );
  return stored.flatMap(({ thing, at, standsFor }) => {
    const ended = endedAt.get(`${standsFor.store}\n${standsFor.key}`);
    return ended === undefined ? [] : [{ thing, facts: [endAfter(ended, at)] }];
  });
}

function endsWithSession({ rule }: ClockedStore): boolean {
  return rule.earlierOn.includes(SESSION_ENDED);
}

/** What was stored after the end of its session ends when it was stored: a life has no end before its beginning. */
function endAfter(endedAt: string, storedAt: string) {
  return { fact: SESSION_ENDED, at: storedAt > endedAt ? storedAt : endedAt } as const;
}
