import type { Policy } from "../policy.ts";
import { promisesAbout } from "./promises-hurt.ts";
import type { PolicyRule } from "./rule.ts";

export const undeclaredCategory: PolicyRule = {
  id: "undeclared-category",
  severity: "error",
  why: "A name that means nothing reaches nothing: the person's data it was meant for is left out.",
  source: "GDPR Art. 5(1)(a): transparency",
  remedy: "Correct the name, or declare what it names in categories, or in stores if it is a store.",
  find: (policy) => {
    const categories = new Set(policy.categories.map(({ id }) => id));
    const stores = new Set(policy.stores.map(({ id }) => id));
    return [
      ...categoryUses(policy).flatMap((use) => findingsOf(policy, use, categories, "category")),
      ...[...vaultUses(policy), ...exportUses(policy)].flatMap((use) =>
        findingsOf(policy, use, stores, "store"),
      ),
    ];
  },
};

/** A place that names categories or stores. */
interface Use {
  readonly path: string;
  readonly names: readonly string[];
  /** The categories that are at stake there; `promise` if it is a promise that names them. */
  readonly about: readonly string[];
  readonly promise?: string;
}

function findingsOf(policy: Policy, use: Use, declared: ReadonlySet<string>, noun: "category" | "store") {
  const unknown = new Set(use.names.filter((name) => !declared.has(name)));
  return [...unknown].map((name) => ({
    path: use.path,
    what: `It names the ${noun} ${name}, which is not declared.`,
    promises: use.promise === undefined ? promisesAbout(policy, use.about) : [use.promise],
  }));
}

function categoryUses(policy: Policy): readonly Use[] {
  const { stores, categories, retention, erasure, processors, promises, legalMinimums } = policy;
  const isolated = policy.isolatedProcessing?.categories ?? [];
  return [
    ...stores.map((store) => listed(`stores.${store.id}.categories`, store.categories)),
    ...categories.map(({ id, derivedFrom }) => ({
      path: `categories.${id}.derivedFrom`,
      names: derivedFrom === undefined ? [] : [derivedFrom],
      about: [id],
    })),
    ...retention.map(({ category }) => listed(`retention.${category}`, [category])),
    ...erasure.flatMap((scope) =>
      Object.keys(scope.categories).map((name) =>
        listed(`erasure.${scope.scope}.categories.${name}`, [name]),
      ),
    ),
    ...processors.map(({ id, receives }) => listed(`processors.${id}.receives`, receives)),
    listed("isolatedProcessing.categories", isolated),
    ...legalMinimums.map((minimum) => listed(`legalMinimums.${minimum.id}.categories`, minimum.categories)),
    ...promises.map(({ id, covers }) => ({
      ...listed(`promises.${id}.covers`, covers),
      promise: id,
    })),
  ];
}

function vaultUses({ backups, stores }: Policy): readonly Use[] {
  return backups.vaults.map((vault) => {
    const known = stores.filter(({ id }) => vault.stores.includes(id));
    const about = known.flatMap(({ categories }) => categories);
    return { path: `backups.vaults.${vault.id}.stores`, names: vault.stores, about };
  });
}

function exportUses({ stores }: Policy): readonly Use[] {
  return stores.flatMap((store) =>
    store.kind === "aged-files" && store.exportsOf !== undefined
      ? [{ path: `stores.${store.id}.exportsOf`, names: [store.exportsOf], about: store.categories }]
      : [],
  );
}

function listed(path: string, names: readonly string[]): Use {
  return { path, names, about: names };
}
