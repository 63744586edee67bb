import { storeAdapters } from "../../shared/adapters/stores/store-adapters.ts";
import { canonicalJson } from "../../shared/domain/canonical-json.ts";
import { closesAccount, type Scope, scopeText } from "../../shared/domain/erasure/scope.ts";
import type { SubjectId } from "../../shared/domain/erasure/subject-id.ts";
import { categoriesErasedBy } from "../../shared/domain/policy/erasure-targets.ts";
import { mechanismsNamedBy } from "../../shared/domain/policy/mechanisms-named.ts";
import type { Policy } from "../../shared/domain/policy/policy.ts";
import { storesChangedBy } from "../../shared/domain/policy/retained-stores.ts";
import type { StoreAdapter } from "../../shared/operations/ports.ts";
import type { DemoDeployment } from "../demo/demo-deployment.ts";
import { lookElsewhere } from "../demo/look-elsewhere.ts";
import { holdingsOf, ownThings } from "../demo/neighbours.ts";
import { NotErased } from "../demo/not-erased.ts";
import { storedPeople } from "../demo/people.ts";
import { recordsToRetain, seeRetained } from "../demo/retained-records.ts";
import { seedDemo } from "../demo/seed.ts";
import type { LetheEnd } from "../lethe-command.ts";
import type { Seen } from "../measured.ts";
import { recordedStandIns } from "../stand-ins/at-the-desk.ts";
import { askProcessorsOf } from "./asked-processors.ts";

/** Enough of each thing for some to be left beside what is erased. */
const OBJECTS = 2;
/** What is seen of these stands for everybody: all of them are looked at when an account is erased. */
const NEIGHBOURS = 3;

/** How it is asked for, and where people are written down. */
export interface ScopeRun {
  readonly home: string;
  readonly lethe: (...args: readonly string[]) => Promise<LetheEnd>;
  readonly log: (line: string) => void;
}

/**
 * Erases less than an account, or a minor, or has third parties asked, for every such scope that a promise of the policy names: all of one new
 * person, the account last.
 */
export async function measureScopes(demo: DemoDeployment, run: ScopeRun): Promise<readonly Seen[]> {
  const scopes = scopesNamed(demo.compiled.policy);
  if (scopes.length === 0) return [];
  const wanted = { subjects: 1, objects: OBJECTS };
  const [person] = await seedDemo({ ...demo, home: run.home }, wanted, () => undefined);
  if (person === undefined) throw new Error("Nobody was stored.");
  const seen: Seen[] = [];
  for (const scope of scopes) {
    const mechanism = { mechanism: "erasure", scope: scope.kind } as const;
    try {
      const how =
        scope.kind === "processors"
          ? await askProcessorsOf(demo, run, person)
          : await eraseScope(demo, run, person, scope);
      seen.push({ mechanism, held: true, how });
    } catch (error) {
      if (!(error instanceof NotErased)) throw error;
      seen.push({ mechanism, held: false, how: error.message });
    }
  }
  return seen;
}

/** The smaller before the larger, so that each finds something. */
function scopesNamed(policy: Policy): readonly Scope[] {
  const named = mechanismsNamedBy(policy).flatMap((by) => (by.mechanism === "erasure" ? [by.scope] : []));
  const [category] = outermost(policy);
  const all: readonly Scope[] = [
    { kind: "processors" },
    { kind: "page", id: "page-1" },
    { kind: "image", id: "image-1" },
    ...(category === undefined ? [] : [{ kind: "category", category } as const]),
    { kind: "project", id: "project-1" },
    { kind: "minor" },
  ];
  return all.filter(({ kind }) => named.includes(kind));
}

/** Of the categories that can be erased by themselves, those that are not taken from another one of them. */
function outermost(policy: Policy): readonly string[] {
  const erased = categoriesErasedBy(policy, { scope: "category" });
  return policy.categories
    .filter(({ id, derivedFrom }) => erased.has(id) && !(derivedFrom && erased.has(derivedFrom)))
    .map(({ id }) => id);
}

/**
 * Erases it as users do, and looks at it, at everything else of the person and at others.
 *
 * @returns what was done and seen, in one sentence.
 * @throws {NotErased} saying what is not as it must be.
 */
async function eraseScope(
  demo: DemoDeployment,
  { home, lethe, log }: ScopeRun,
  person: SubjectId,
  scope: Scope,
): Promise<string> {
  const { policy } = demo.compiled;
  const meant = storeAdapters({ stores: storesChangedBy(policy, scope) }, demo.bindings, demo, scope);
  const others = storedPeople(home, demo.bindings.service).filter((other) => other !== person);
  const neighbours = others.slice(-NEIGHBOURS);
  const text = scopeText(scope);
  const before = await lookAt(demo, meant, person, neighbours);
  const records = await recordsToRetain(demo, scope, person);
  // Of less than an account only a part goes there, and the certificate says which.
  const standIns = closesAccount(scope.kind) ? recordedStandIns(home) : undefined;
  const elsewhere = await lookElsewhere(demo.sending, standIns, person);
  if (before.meant === 0) throw new NotErased(`There was nothing of ${text} to erase.`);

  log(`Erasing ${text} of ${person}:`);
  const erased = await lethe("erase", "--subject", person, "--scope", text, "--wait", "--json");
  if (erased.exitCode !== 0) throw new NotErased(`The erasure of ${text} did not complete.`);

  const after = await lookAt(demo, meant, person, neighbours);
  if (after.remaining > 0) throw new NotErased(`${after.remaining} entries of ${text} are still there.`);
  const kept = await seeRetained(demo, records, person);
  const asked = await elsewhere.gone();
  if (after.all !== before.all - before.meant) {
    throw new NotErased(
      `Of ${before.all} entries ${before.meant} were of ${text}, and ${after.all} are left of the person.`,
    );
  }
  if (after.others !== before.others) throw new NotErased(`Other people's things changed with ${text}.`);
  const { certificate } = JSON.parse(erased.stdout);
  if ((await lethe("verify", String(certificate))).exitCode !== 0) {
    throw new NotErased(`The certificate ${certificate} is refused.`);
  }
  return `of an invented person ${before.meant} entries in ${meant.length} stores were erased as ${scope.kind} and found in none of them again, ${kept}${asked}the other ${after.all} entries of the person and ${neighbours.length} others stayed, and the certificate was valid`;
}

async function lookAt(
  { adapters }: DemoDeployment,
  meant: readonly StoreAdapter[],
  person: SubjectId,
  neighbours: readonly SubjectId[],
) {
  const found = await Promise.all(meant.map(({ finder }) => finder.find(person)));
  const left = await Promise.all(meant.map(({ verifier }) => verifier.countRemaining(person)));
  return {
    meant: found.reduce((sum, finding) => sum + finding.found, 0),
    remaining: left.reduce((sum, count) => sum + count, 0),
    all: (await holdingsOf(adapters, [person])).entries,
    others: canonicalJson(await holdingsOf(ownThings(adapters), neighbours)),
  };
}
