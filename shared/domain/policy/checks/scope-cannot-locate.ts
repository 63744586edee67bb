import { ITEM_KINDS, type ItemKind } from "../../erasure/scope.ts";
import type { Policy } from "../policy.ts";
import { holdsSubjects, itemsOf, type SubjectStore } from "../store.ts";
import { promisesAbout } from "./promises-hurt.ts";
import type { PolicyRule } from "./rule.ts";

export const scopeCannotLocate: PolicyRule = {
  id: "scope-cannot-locate",
  severity: "error",
  why: "Where nothing says which keys belong to one page, project or image, deleting it would leave it here.",
  source: "GDPR Art. 17(1): erasure",
  remedy:
    "Say in the store's items where such a thing is: in a bucket from the subject on as keyTemplate has it, in a table by its sort key.",
  find: (policy) => [...missing(policy), ...misplaced(policy)],
};

/** Stores that a scope empties of a thing which they cannot find. */
function missing(policy: Policy) {
  return policy.erasure.flatMap(({ scope, categories }) => {
    const kind = ITEM_KINDS.find((one) => one === scope);
    if (kind === undefined) return [];
    return policy.stores.filter(holdsSubjects).flatMap((store) => {
      const erased = store.categories.filter((category) => categories[category]?.effect === "erase");
      if (erased.length === 0 || templateOf(store, kind) !== undefined) return [];
      const what = `The scope ${kind} erases ${erased.join(" and ")}, and nothing says where in ${store.id} one ${kind} is.`;
      return [{ path: `stores.${store.id}.items.${kind}`, what, promises: promisesAbout(policy, erased) }];
    });
  });
}

/** Places that are not the subject's own, or that a table has no attribute for. */
function misplaced(policy: Policy) {
  return policy.stores.filter(holdsSubjects).flatMap((store) =>
    ITEM_KINDS.flatMap((kind) => {
      const template = templateOf(store, kind);
      const fault = template === undefined ? undefined : faultOf(store, kind, template);
      if (fault === undefined) return [];
      const promises = promisesAbout(policy, store.categories);
      return [{ path: `stores.${store.id}.items.${kind}`, what: fault, promises }];
    }),
  );
}

function templateOf(store: SubjectStore, kind: ItemKind): string | undefined {
  return itemsOf(store)?.[kind];
}

function faultOf(store: SubjectStore, kind: ItemKind, template: string): string | undefined {
  switch (store.kind) {
    case "s3": {
      const ofSubject = store.keyTemplate.replace(/(?<=\{subject\}\/).*$/u, "");
      if (template.startsWith(ofSubject)) return undefined;
      return `The place of one ${kind} does not begin with ${ofSubject}, where everything of a subject is.`;
    }
    case "dynamodb":
      return store.sortKey
        ? undefined
        : `${store.id} has no sort key, by which one ${kind} could be told from another.`;
    case "cognito":
    case "dynamodb-index":
    case "dynamodb-mentions":
    case "dynamodb-shared":
      return undefined;
  }
}
