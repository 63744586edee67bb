import type { Decision } from "../domain/consents/decision.ts";
import { closesAccount } from "../domain/erasure/scope.ts";
import type { SubjectId } from "../domain/erasure/subject-id.ts";
import { itemReference, type SubjectKey, subjectReference } from "../domain/erasure/subject-reference.ts";
import type { Tombstone } from "../domain/erasure/tombstone.ts";
import { type Hold, holdsOver } from "../domain/holds/hold.ts";
import type { Purpose } from "../domain/policy/category.ts";
import type { Policy } from "../domain/policy/policy.ts";
import { storesRetainedBy } from "../domain/policy/retained-stores.ts";
import { SEALING } from "../domain/policy/sealed-stores.ts";
import { lifeInCopy } from "../domain/restore/life-in-copy.ts";
import { isWhollyRefused, purposesDecidedOn } from "../domain/restore/objected.ts";
import type { RestoredThing, Verdict } from "../domain/restore/restored-thing.ts";
import { type ClockStore, clockRuleOf } from "../domain/retention/clock-rules.ts";
import { type CoveringScope, scopesCovering } from "../domain/retention/covering-scopes.ts";
import type { ClockRule, Life } from "../domain/retention/due-time.ts";
import type {
  AskedTombstone,
  Clock,
  Decisions,
  Holds,
  KnownThing,
  SubjectKeys,
  ThingRecords,
  Tombstones,
} from "./ports.ts";

export interface JudgeRestoredPorts {
  readonly things: Pick<ThingRecords, "read">;
  readonly tombstones: Pick<Tombstones, "readEach">;
  readonly decisions: Pick<Decisions, "standing">;
  readonly holds: Pick<Holds, "active">;
  readonly subjectKeys: SubjectKeys;
  readonly clock: Clock;
}

/** One store of a copy: what the policy in force says of it, and when the copy was made, ISO 8601 UTC. */
export interface CopyOfStore {
  readonly policy: Policy;
  readonly store: ClockStore;
  readonly copiedAt: string;
}

/** What it takes to judge things of one store; nothing in it changes while a restore runs. */
interface Bench extends CopyOfStore {
  readonly secret: SubjectKey;
  readonly rule: ClockRule;
  readonly endsByItself: boolean;
  /** Scopes that cut records of this store instead of erasing them. */
  readonly cutting: readonly ("account" | "minor")[];
  readonly decidedOn: readonly Purpose[];
}

/** A thing with everything that is known of it. */
interface Case {
  readonly one: RestoredThing;
  readonly owner: SubjectId;
  readonly subjectRef: string;
  readonly covering: readonly { readonly scope: CoveringScope; readonly asked: AskedTombstone }[];
  readonly cutting: readonly AskedTombstone[];
}

/**
 * Returns what becomes of each thing of a copy, in the same order: first what tombstones cover, then every retention rule
 * by the same facts as the clock's, then what people decided. What cannot be known to be in its time is not in it.
 */
export async function judgeRestored(
  ports: JudgeRestoredPorts,
  copy: CopyOfStore,
  page: readonly RestoredThing[],
): Promise<readonly Verdict[]> {
  const bench = await benchOf(ports, copy);
  const cases = page.map((one) => caseOf(bench, one));
  const known = bench.endsByItself ? await ports.things.read(page.map(({ thing }) => thing)) : [];
  const stones = await tombstonesOf(ports, cases);
  const [holds, decisions] = await Promise.all([ports.holds.active(), decisionsOf(ports, bench, cases)]);
  const now = ports.clock.now();
  return cases.map((each, at) => {
    if (!each) return "nobodys";
    const life = lifeOf(bench, each.one, known[at]);
    const erasure = erasureOf(bench, each, life, stones, holds);
    if (erasure === "sealed" || erasure === "erased" || erasure === "cut") return erasure;
    if (bench.endsByItself || each.one.retained) {
      if (life === undefined) return "undated";
      const wasTaken = known[at]?.takenAt !== undefined && known[at].takenAt >= life.createdAt;
      if (wasTaken || (life.due && life.due.dueAt <= now.toISOString())) return "expired";
    }
    return isWhollyRefused(bench.policy, decisions.get(each.subjectRef) ?? new Map(), now)
      ? "objected"
      : "stays";
  });
}

async function benchOf({ subjectKeys }: JudgeRestoredPorts, copy: CopyOfStore): Promise<Bench> {
  const { policy, store } = copy;
  const rule = clockRuleOf(policy, store);
  const cutting = (["account", "minor"] as const).filter((scope) =>
    storesRetainedBy(policy, scope).some((one) => one.store.id === store.id),
  );
  return {
    ...copy,
    secret: await subjectKeys.current(),
    rule,
    endsByItself: rule.limit !== undefined || rule.earlierOn.length > 0,
    cutting,
    decidedOn: purposesDecidedOn(policy, store),
  };
}

function caseOf(bench: Bench, one: RestoredThing): Case | undefined {
  const { policy, store, secret } = bench;
  const { owner } = one;
  if (owner === undefined) return undefined;
  const subjectRef = subjectReference(secret, policy.service.id, owner);
  // What was cut before the copy was made belongs to a pseudonym, which nobody erases.
  const covering = one.retained ? [] : scopesCovering(policy, store, owner, one.thing.key);
  return {
    one,
    owner,
    subjectRef,
    covering: covering.map((scope) => ({
      scope,
      asked: { subjectRef, scope: recorded(scope, bench, owner) },
    })),
    cutting: one.retained ? [] : bench.cutting.map((scope) => ({ subjectRef, scope: { scope } })),
  };
}

function recorded(
  scope: CoveringScope,
  { secret, policy }: Bench,
  owner: SubjectId,
): AskedTombstone["scope"] {
  if (!("id" in scope)) return scope;
  const { scope: kind, id } = scope;
  return { scope: kind, itemRef: itemReference(secret, policy.service.id, owner, { kind, id }) };
}

/** Each is asked for once, however many things of a person there are. */
async function tombstonesOf(
  { tombstones }: JudgeRestoredPorts,
  cases: readonly (Case | undefined)[],
): Promise<ReadonlyMap<string, Tombstone>> {
  const asked = new Map<string, AskedTombstone>();
  for (const each of cases) {
    if (!each) continue;
    for (const one of [...each.covering.map((covering) => covering.asked), ...each.cutting])
      asked.set(nameOf(one), one);
  }
  const found = await tombstones.readEach([...asked.values()]);
  return new Map([...asked.keys()].flatMap((name, at) => (found[at] ? [[name, found[at]]] : [])));
}

function nameOf({ subjectRef, scope: { scope, itemRef, category } }: AskedTombstone): string {
  return [subjectRef, scope, itemRef ?? category ?? ""].join("\n");
}

async function decisionsOf(
  { decisions }: JudgeRestoredPorts,
  { decidedOn }: Bench,
  cases: readonly (Case | undefined)[],
): Promise<ReadonlyMap<string, ReadonlyMap<Purpose, Decision | undefined>>> {
  const refs =
    decidedOn.length === 0 ? [] : [...new Set(cases.flatMap((each) => (each ? [each.subjectRef] : [])))];
  const all = await Promise.all(
    refs.map(async (ref) => {
      const each = await Promise.all(decidedOn.map((purpose) => decisions.standing(ref, purpose)));
      return [ref, new Map(decidedOn.map((purpose, at) => [purpose, each[at]]))] as const;
    }),
  );
  return new Map(all);
}

function lifeOf(
  { rule, copiedAt }: Bench,
  one: RestoredThing,
  known: KnownThing | undefined,
): Life | undefined {
  return lifeInCopy(rule, known?.facts, one, copiedAt);
}

/** A seal comes before all else: what an authority may want is not removed while it stands. */
function erasureOf(
  { store }: Bench,
  { subjectRef, covering, cutting }: Case,
  life: Life | undefined,
  stones: ReadonlyMap<string, Tombstone>,
  holds: readonly Hold[],
): "sealed" | "erased" | "cut" | undefined {
  const standing = covering.flatMap(({ scope, asked }) => {
    const stone = stones.get(nameOf(asked));
    return stone ? [{ scope, stone }] : [];
  });
  const place = { subjectRef, storeId: store.id, categories: store.categories };
  const isSealing = standing.some(({ scope }) => scope.scope === SEALING);
  if (isSealing && holdsOver(holds, place).some(({ seal }) => seal !== undefined)) return "sealed";
  const covers = standing.some(
    ({ scope, stone }) =>
      closesAccount(scope.scope) || life === undefined || life.createdAt <= stone.erasedAt,
  );
  if (covers) return "erased";
  return cutting.some((asked) => stones.has(nameOf(asked))) ? "cut" : undefined;
}
