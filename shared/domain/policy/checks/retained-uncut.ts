import { cutsWhatItRetains, storesWithRetained } from "../retained-stores.ts";
import type { DynamodbStore, SubjectStore } from "../store.ts";
import { promisesAbout } from "./promises-hurt.ts";
import type { PolicyRule } from "./rule.ts";

export const retainedUncut: PolicyRule = {
  id: "retained-uncut",
  severity: "error",
  why: "A duty to keep one number would keep all that stands beside it, under the id of a person who asked to be erased.",
  source: "GDPR Art. 17(3)(b): to the extent that it is necessary; Art. 5(1)(c): data minimisation",
  remedy:
    "Give retain the attributes that the duty needs as keeps, with the sort key, in a table with a timeToLiveAttribute. Nothing can be cut out of a file or an account: write such a record into a table when it is made, and erase the rest. Only a lock and preserve-and-report keep things whole.",
  find: (policy) =>
    policy.erasure
      .filter(({ scope }) => cutsWhatItRetains(scope))
      .flatMap(({ scope }) =>
        storesWithRetained(policy, scope).flatMap(({ store, category, effect }) => {
          const why = uncut(store, effect.keeps);
          if (why === undefined) return [];
          return [
            {
              path: `erasure.${scope}.categories.${category}`,
              what: `An erasure of scope ${scope} retains ${category}, and ${why}.`,
              promises: promisesAbout(policy, [category]),
            },
          ];
        }),
      ),
};

function uncut(store: SubjectStore, keeps: readonly string[] | undefined): string | undefined {
  switch (store.kind) {
    case "dynamodb":
      return missingIn(store, keeps);
    // What is locked is kept whole whatever anybody says; the certificate names it without a pseudonym.
    case "s3":
      if (store.objectLock !== undefined) return undefined;
      return `nothing can be cut out of the files in ${store.id}`;
    case "cognito":
      return `nothing can be cut out of the accounts in ${store.id}`;
  }
}

function missingIn(store: DynamodbStore, keeps: readonly string[] | undefined): string | undefined {
  if (keeps === undefined) return `does not say what of a record in ${store.id} the duty needs (keeps)`;
  const sortKey = store.sortKey?.attribute;
  if (sortKey !== undefined && !keeps.includes(sortKey))
    return `its keeps leave out ${sortKey}, by which the records in ${store.id} are told apart`;
  return store.timeToLiveAttribute === undefined
    ? `${store.id} has no timeToLiveAttribute, so nothing would end what is kept`
    : undefined;
}
