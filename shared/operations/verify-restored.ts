import { subjectReference } from "../domain/erasure/subject-reference.ts";
import { type Hold, holdsOver } from "../domain/holds/hold.ts";
import { purposesDecidedOn } from "../domain/restore/objected.ts";
import type { RestoredThing } from "../domain/restore/restored-thing.ts";
import { clockRuleOf } from "../domain/retention/clock-rules.ts";
import type { FactSet } from "../domain/retention/told-fact.ts";
import type { CopyOfStore } from "./judge-restored.ts";
import { mayRead } from "./may-read.ts";
import { mayUseFor } from "./may-use.ts";
import type { Clock, Decisions, Holds, KnownThing, SubjectKeys, ThingRecords, Tombstones } from "./ports.ts";

export interface VerifyRestoredPorts {
  readonly things: Pick<ThingRecords, "read">;
  readonly tombstones: Pick<Tombstones, "read">;
  readonly decisions: Decisions;
  readonly holds: Pick<Holds, "active">;
  readonly subjectKeys: SubjectKeys;
  readonly clock: Clock;
}

/**
 * Returns those of a page that may not come back. Each thing is asked about by what answers the service's own readers,
 * with single consistent reads, and not by what cleaned the copy.
 */
export async function notToComeBack(
  ports: VerifyRestoredPorts,
  copy: CopyOfStore,
  page: readonly RestoredThing[],
): Promise<readonly RestoredThing[]> {
  const holds = await ports.holds.active();
  const wrong = await Promise.all(page.map((one) => isWrong(ports, copy, one, holds)));
  return page.filter((_, at) => wrong[at]);
}

async function isWrong(
  ports: VerifyRestoredPorts,
  copy: CopyOfStore,
  one: RestoredThing,
  holds: readonly Hold[],
): Promise<boolean> {
  const { owner, retained, thing } = one;
  const { policy, store } = copy;
  if (owner === undefined) return true;
  // What a law keeps says its own end, and belongs to a pseudonym.
  if (retained) return retained.until <= ports.clock.now().toISOString();
  const records = {
    read: async (things: readonly KnownThing["thing"][]) =>
      upTo(copy.copiedAt, await ports.things.read(things)),
  };
  const known = { thing, store, rule: clockRuleOf(policy, store), owner };
  const { readable } = await mayRead(
    { ...ports, records, storedAt: async () => one.storedAt },
    policy,
    known,
  );
  if (!readable) return !(await isSealed(ports, copy, owner, holds));
  const purposes = purposesDecidedOn(policy, store);
  if (purposes.length === 0) return false;
  const uses = await Promise.all(purposes.map((purpose) => mayUseFor(ports, policy, owner, purpose)));
  return uses.every(({ allowed }) => !allowed);
}

async function isSealed(
  { subjectKeys }: VerifyRestoredPorts,
  { policy, store }: CopyOfStore,
  owner: NonNullable<RestoredThing["owner"]>,
  holds: readonly Hold[],
): Promise<boolean> {
  const subjectRef = subjectReference(await subjectKeys.current(), policy.service.id, owner);
  const place = { subjectRef, storeId: store.id, categories: store.categories };
  return holdsOver(holds, place).some(({ seal }) => seal !== undefined);
}

/** What was stored under a key after the copy was made lives another life. */
function upTo(copiedAt: string, known: readonly (KnownThing | undefined)[]) {
  const isLater = (fact: string) => fact.startsWith("created@") && fact.slice("created@".length) > copiedAt;
  return known.map((one) => {
    if (!one) return undefined;
    const facts: FactSet = new Set([...one.facts].filter((fact) => !isLater(fact)));
    return { ...one, facts };
  });
}
