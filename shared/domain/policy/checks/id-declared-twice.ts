import { promisesKeptBy, promisesOfRight, promisesOfScope } from "../kept-by.ts";
import type { Policy } from "../policy.ts";
import { repeated } from "../repeated.ts";
import { promisesAbout, promisesAboutStore } from "./promises-hurt.ts";
import type { PolicyRule } from "./rule.ts";

export const idDeclaredTwice: PolicyRule = {
  id: "id-declared-twice",
  severity: "error",
  why: "One of the two is ignored, so what it says about a person's data is not done.",
  source: "GDPR Art. 5(1)(a): transparency",
  remedy: "Give each an id of its own, or remove the one that is not meant.",
  find: (policy) =>
    listsOf(policy).flatMap(({ path, noun, ids, hurts }) =>
      repeated(ids).map((id) => ({
        path: `${path}.${id}`,
        what: `The ${noun} ${id} is declared more than once.`,
        promises: hurts(id),
      })),
    ),
};

interface DeclaredList {
  readonly path: string;
  readonly noun: string;
  readonly ids: readonly string[];
  hurts(id: string): readonly string[];
}

function listsOf(policy: Policy): readonly DeclaredList[] {
  const { stores, categories, retention, erasure, processors, backups } = policy;
  const aboutStores = (storeIds: readonly string[]) => {
    const held = stores.filter((store) => storeIds.includes(store.id));
    return promisesAbout(
      policy,
      held.flatMap((store) => store.categories),
    );
  };
  return [
    {
      path: "stores",
      noun: "store",
      ids: stores.map(({ id }) => id),
      hurts: (id) => promisesAboutStore(policy, id),
    },
    {
      path: "categories",
      noun: "category",
      ids: categories.map(({ id }) => id),
      hurts: (id) => promisesAbout(policy, [id]),
    },
    {
      path: "retention",
      noun: "retention rule of",
      ids: retention.map(({ category }) => category),
      hurts: (category) => promisesAbout(policy, [category]),
    },
    {
      path: "erasure",
      noun: "erasure scope",
      ids: erasure.map(({ scope }) => scope),
      hurts: (scope) => promisesOfScope(policy, scope),
    },
    {
      path: "processors",
      noun: "processor",
      ids: processors.map(({ id }) => id),
      hurts: (id) =>
        promisesAbout(
          policy,
          processors.filter((processor) => processor.id === id).flatMap(({ receives }) => receives),
        ),
    },
    {
      path: "rights",
      noun: "right of",
      ids: policy.rights.map(({ right }) => right),
      hurts: (right) => promisesOfRight(policy, right),
    },
    {
      path: "notices",
      noun: "notice of a change of kind",
      ids: policy.notices.map(({ change }) => change),
      hurts: (change) => [
        ...new Set(policy.notices.filter((one) => one.change === change).map(({ promise }) => promise)),
      ],
    },
    {
      path: "consents",
      noun: "consent for",
      ids: policy.consents.map(({ purpose }) => purpose),
      hurts: (purpose) =>
        promisesKeptBy(policy, (by) => by.mechanism === "consent-gate" && by.purpose === purpose),
    },
    {
      path: "ownRecords",
      noun: "own record",
      ids: policy.ownRecords.map(({ record }) => record),
      hurts: () => [],
    },
    {
      path: "legalMinimums",
      noun: "legal minimum",
      ids: policy.legalMinimums.map(({ id }) => id),
      hurts: (id) =>
        promisesAbout(
          policy,
          policy.legalMinimums.filter((one) => one.id === id).flatMap(({ categories: about }) => about),
        ),
    },
    {
      path: "backups.vaults",
      noun: "vault",
      ids: backups.vaults.map(({ id }) => id),
      hurts: (id) =>
        aboutStores(backups.vaults.filter((vault) => vault.id === id).flatMap((vault) => vault.stores)),
    },
  ];
}
