import { scopeOf } from "../../shared/domain/erasure/scope.ts";
import { fillSubject, type SubjectId } from "../../shared/domain/erasure/subject-id.ts";
import type { PolicyDeclaration } from "../../shared/domain/policy/policy.ts";
import { storesRetainedBy } from "../../shared/domain/policy/retained-stores.ts";
import { storesOfScope } from "../../shared/domain/policy/sealed-stores.ts";
import { holdsSubjects, itemsOf, type SubjectStore } from "../../shared/domain/policy/store.ts";
import { erasureWorld, runSteps } from "./erasure-world.ts";
import type { InMemoryRetainedStore } from "./stores/in-memory-retained-store.ts";
import { type KeyedStore, keyedStore } from "./stores/keyed-store.ts";

/** Things of one kind that a person has, some with ids that begin alike: of project-1 two pages, of project-10 one. */
const THINGS = [
  { number: 1, project: 1 },
  { number: 2, project: 1 },
  { number: 10, project: 10 },
];

/** Returns a service with every port in memory, whose stores hold each thing under the keys that the policy names. */
export async function scopedWorld(policy: PolicyDeclaration) {
  const world = await erasureWorld({ ...NOTHING_OF_ANOTHER, ...policy });
  const retained = storesRetainedBy(world.compiled.policy, "account");
  const stores = world.compiled.policy.stores.filter(holdsSubjects).map((declared): KeyedStore => {
    const cut = retained.find(({ store }) => store.id === declared.id);
    if (cut) return { declared, ...keysIn(world.retainedStore(cut.store.id)) };
    return keyedStore(declared, declared.kind === "cognito" ? world.accounts.close : undefined);
  });

  return {
    ...world,
    keyed: stores,

    /** Stores everything that a person can have, and returns who they are. */
    settleEverywhere(person: string): SubjectId {
      const subject = world.settle(person, 0);
      for (const store of stores) store.put(subject, keysOf(store.declared, subject));
      return subject;
    },

    /** What a person has now, by store. */
    keysOf: (subject: SubjectId) =>
      Object.fromEntries(stores.map((store) => [store.declared.id, store.keys(subject)])),

    openScope: (subject: SubjectId, scope: string) =>
      world.open(subject, { kind: "subject" }, world, scopeOf(scope)),

    /** Runs what is due of a request, as the functions do with the stores of its scope. */
    async erase(requestId: string, scope: string, beforeStep: (step: string) => void = () => undefined) {
      await world.drain();
      const wanted = scopeOf(scope);
      const ids = storesOfScope(world.compiled.policy, wanted).map(({ id }) => id);
      const adapters = stores.filter(({ declared }) => ids.includes(declared.id));
      const ports = { ...world, stores: adapters.map((store) => store.adapter(wanted)) };
      await runSteps(ports, await world.stepOf(requestId), (step, operation) => {
        beforeStep(step);
        return operation();
      });
      return world.read(requestId);
    },
  };
}

/** Returns a table of which a part of each record is kept, by its sort keys; only whole accounts are cut in it. */
function keysIn(store: InMemoryRetainedStore): Omit<KeyedStore, "declared"> {
  return {
    put: (subject, keys) => store.put(subject, keys),
    keys: (subject) => [...store.holds(subject)].sort(),
    adapter: () => store,
  };
}

/** The world's own policy has these; one that does not declare them has none. */
const NOTHING_OF_ANOTHER = { isolatedProcessing: undefined };

/** Returns a key for each kind of thing under each of its ids, and one of nothing in particular. */
function keysOf(store: SubjectStore, subject: SubjectId): readonly string[] {
  if (store.kind === "cognito") return [subject];
  const plain = store.kind === "s3" ? `${fillSubject(store.keyTemplate, subject)}other` : "other";
  const templates = Object.values(itemsOf(store) ?? {});
  return [plain, ...templates.flatMap((template) => THINGS.map((thing) => filled(template, subject, thing)))];
}

function filled(template: string, subject: SubjectId, { number, project }: (typeof THINGS)[number]): string {
  return template
    .replace("{subject}", subject)
    .replace("{project}", `project-${project}`)
    .replace(/\{([a-z]+)\}/gu, (_, kind) => `${kind}-${number}`)
    .replace("…", `file-${number}`);
}
