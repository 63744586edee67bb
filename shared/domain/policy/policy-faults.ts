import { OWN_RECORD_KINDS, type Policy } from "./policy.ts";
import { limitHours } from "./retention-rule.ts";

type Check = (policy: Policy) => readonly string[];

/** Returns what is wrong with a policy whose shape is right; empty if its parts agree with each other. */
export function policyFaults(policy: Policy): readonly string[] {
  const checks: readonly Check[] = [
    idsAreUnique,
    everyCategoryHasAStoreAndTheReverse,
    everyCategoryHasAnEnd,
    dayLongStoresAreUnversioned,
    noStoreIsErasedInPart,
    everyOwnRecordIsDeclared,
    mechanismsExist,
  ];
  return checks.flatMap((check) => check(policy));
}

const idsAreUnique: Check = (policy) =>
  (
    [
      ["stores", policy.stores],
      ["categories", policy.categories],
      ["promises", policy.promises],
    ] as const
  ).flatMap(([path, declared]) =>
    repeated(declared.map(({ id }) => id)).map(
      (id) => `${path}: "${id}" is declared twice; give one another id.`,
    ),
  );

const everyCategoryHasAStoreAndTheReverse: Check = (policy) => {
  const declared = new Set(policy.categories.map(({ id }) => id));
  const stored = new Set(policy.stores.flatMap(({ categories }) => categories));
  return [
    ...[...declared]
      .filter((id) => !stored.has(id))
      .map((id) => `categories.${id}: no store holds it; name it in a store's categories or remove it.`),
    ...[...stored]
      .filter((id) => !declared.has(id))
      .map((id) => `stores: category "${id}" is not declared; add it to categories.`),
  ];
};

const everyCategoryHasAnEnd: Check = (policy) => {
  const ended = new Set(policy.retention.map(({ category }) => category));
  const categories = policy.categories.map(({ id }) => id);
  return [
    ...categories
      .filter((id) => !ended.has(id))
      .map((id) => `retention: category "${id}" has no rule; say when it ends.`),
    ...policy.erasure.flatMap(({ scope, categories: effects }) =>
      scope === "account"
        ? categories
            .filter((id) => effects[id] === undefined)
            .map(
              (id) =>
                `erasure.${scope}: says nothing of category "${id}"; write erase, or retain with its basis and end.`,
            )
        : [],
    ),
  ];
};

// An older version would outlive the promise: lifecycle counts its day from the moment it was replaced.
const dayLongStoresAreUnversioned: Check = (policy) =>
  policy.stores
    .filter(
      (store) => store.kind === "s3" && store.versioned && holdsDayLongCategory(policy, store.categories),
    )
    .map(
      ({ id }) =>
        `stores.${id}: is versioned and holds a category that must go within 24 hours; set versioned: false.`,
    );

// A store is emptied of a person or left alone; what must stay needs a place of its own.
const noStoreIsErasedInPart: Check = (policy) =>
  policy.erasure.flatMap(({ scope, categories }) =>
    policy.stores
      .filter((store) => new Set(store.categories.map((id) => categories[id]?.effect)).size > 1)
      .map(
        ({ id }) =>
          `erasure.${scope}: store "${id}" holds categories to erase and to retain; keep them in two stores.`,
      ),
  );

const everyOwnRecordIsDeclared: Check = (policy) => {
  const declared = new Set(policy.ownRecords.map(({ record }) => record));
  return OWN_RECORD_KINDS.filter((kind) => !declared.has(kind)).map(
    (kind) =>
      `ownRecords: nothing is said of "${kind}"; state its legal basis and for how many days it stays.`,
  );
};

const mechanismsExist: Check = (policy) =>
  policy.promises.flatMap(({ id, kept }) =>
    kept.status !== "bound"
      ? []
      : kept.keptBy
          .filter((by) =>
            by.mechanism === "erasure"
              ? !policy.erasure.some(({ scope }) => scope === by.scope)
              : !policy.retention.some(({ category }) => category === by.category),
          )
          .map((by) => `promises.${id}: kept by ${JSON.stringify(by)}, which this policy does not have.`),
  );

/** True if one of these categories has a limit of a day or less. */
export function holdsDayLongCategory(policy: Policy, categories: readonly string[]): boolean {
  return policy.retention.some(
    (rule) => categories.includes(rule.category) && (limitHours(rule) ?? 25) <= 24,
  );
}

function repeated(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];
}
