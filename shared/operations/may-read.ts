import { closesAccount } from "../domain/erasure/scope.ts";
import { itemReference, type SubjectKey, subjectReference } from "../domain/erasure/subject-reference.ts";
import type { Policy } from "../domain/policy/policy.ts";
import { type CoveringScope, scopesCovering } from "../domain/retention/covering-scopes.ts";
import { currentLife, type Life } from "../domain/retention/due-time.ts";
import type { KnownName } from "../domain/retention/named-thing.ts";
import { factText } from "../domain/retention/told-fact.ts";
import type { Clock, KnownThing, SubjectKeys, ThingRecords, Tombstones } from "./ports.ts";

export interface MayReadPorts {
  readonly records: Pick<ThingRecords, "read">;
  readonly tombstones: Pick<Tombstones, "read">;
  readonly subjectKeys: SubjectKeys;
  readonly clock: Clock;
  /** When the store says that a thing was stored, ISO 8601 UTC; undefined if it does not tell, or it is not there. */
  readonly storedAt: (known: KnownName) => Promise<string | undefined>;
}

/** Whether a thing may be read, and the reason in one sentence without personal data. */
export type Readability =
  | {
      readonly readable: true;
      readonly because: string;
      /** From then on it may not be, as far as is known now; ISO 8601 UTC. Absent: nothing ends it yet. */
      readonly until?: string;
    }
  | { readonly readable: false; readonly because: string };

/**
 * Says whether a thing may be read now: not what is past its time, though it be still there, and not what was erased,
 * though a copy of it came back. What is not known to be in its time is not in it.
 */
export async function mayRead(ports: MayReadPorts, policy: Policy, known: KnownName): Promise<Readability> {
  const { rule, thing } = known;
  const endsByItself = rule.limit !== undefined || rule.earlierOn.length > 0;
  const [record] = endsByItself ? await ports.records.read([thing]) : [];
  const life = endsByItself ? await lifeOf(ports, known, record) : undefined;
  if (endsByItself && life === undefined) return refused("it is not known when it was stored");
  if (life && record?.takenAt !== undefined && record.takenAt >= life.createdAt) {
    return refused("it is being deleted, because its time is over");
  }
  const now = ports.clock.now().toISOString();
  if (life?.due && life.due.dueAt <= now) return refused(`its time was over at ${life.due.dueAt}`);
  if (await wasErased(ports, policy, known, life?.createdAt)) return refused("it was erased or sealed");
  return {
    readable: true,
    because: "its time is not over",
    ...(life?.due ? { until: life.due.dueAt } : {}),
  };
}

/** An event that is still on its way makes no difference where the store itself tells when a thing was stored. */
async function lifeOf(
  ports: MayReadPorts,
  known: KnownName,
  record: KnownThing | undefined,
): Promise<Life | undefined> {
  if (record && record.facts.size > 0) return currentLife(known.rule, record.facts);
  const at = await ports.storedAt(known);
  return at === undefined ? undefined : currentLife(known.rule, new Set([factText({ fact: "created", at })]));
}

/** Whoever closed their account has nothing more; else what was stored after an erasure is another thing. */
async function wasErased(
  { tombstones, subjectKeys }: MayReadPorts,
  policy: Policy,
  { thing, store, owner }: KnownName,
  createdAt: string | undefined,
): Promise<boolean> {
  const secret = await subjectKeys.current();
  const subjectRef = subjectReference(secret, policy.service.id, owner);
  const scopes = scopesCovering(policy, store, owner, thing.key);
  const standing = await Promise.all(
    scopes.map(async (scope) => {
      const tombstone = await tombstones.read(subjectRef, recorded(scope, secret, policy, owner));
      if (tombstone === undefined) return false;
      return closesAccount(scope.scope) || createdAt === undefined || createdAt <= tombstone.erasedAt;
    }),
  );
  return standing.some((one) => one);
}

function recorded(scope: CoveringScope, secret: SubjectKey, { service }: Policy, owner: KnownName["owner"]) {
  if (!("id" in scope)) return scope;
  const { scope: kind, id } = scope;
  return { scope: kind, itemRef: itemReference(secret, service.id, owner, { kind, id }) };
}

function refused(because: string): Readability {
  return { readable: false, because };
}
