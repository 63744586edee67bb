import { ITEM_KINDS, type ItemKind } from "../erasure/scope.ts";
import type { SubjectId } from "../erasure/subject-id.ts";
import { categoriesErasedBy } from "../policy/erasure-targets.ts";
import { literalPattern } from "../policy/literal-pattern.ts";
import type { Policy } from "../policy/policy.ts";
import { itemsOf } from "../policy/store.ts";
import type { ClockStore } from "./clock-rules.ts";
import { itemKeyValues } from "./thing-owner.ts";

/** A scope of erasure that a thing would have gone with, or been sealed. */
export type CoveringScope =
  | { readonly scope: (typeof CLOSING)[number] }
  | { readonly scope: "category"; readonly category: string }
  | { readonly scope: ItemKind; readonly id: string };

const CLOSING = ["account", "minor", "preserve-and-report"] as const;

/** Returns every scope of the policy that the thing would have gone with, or would have been sealed in. */
export function scopesCovering(
  policy: Policy,
  store: ClockStore,
  owner: SubjectId,
  key: string,
): readonly CoveringScope[] {
  const touches = new Set(
    policy.erasure
      .filter(({ scope, categories }) => {
        // What a law keeps may be read for what the law keeps it for; what is sealed may not.
        const effects = scope === "preserve-and-report" ? ["erase", "retain"] : ["erase"];
        return store.categories.some((held) => effects.includes(categories[held]?.effect ?? ""));
      })
      .map(({ scope }) => scope),
  );
  return [
    ...CLOSING.filter((scope) => touches.has(scope)).map((scope) => ({ scope })),
    ...(touches.has("category") ? categoryScopes(policy, store) : []),
    ...ITEM_KINDS.filter((kind) => touches.has(kind)).flatMap((kind) => {
      const id = itemIdIn(store, kind, owner, key);
      return id === undefined ? [] : [{ scope: kind, id }];
    }),
  ];
}

/** Of what a category was taken from, too: landmarks go with the photo. */
function categoryScopes(policy: Policy, store: ClockStore): readonly CoveringScope[] {
  return policy.categories
    .filter(({ id }) => {
      const erased = categoriesErasedBy(policy, { scope: "category", category: id });
      return store.categories.some((held) => erased.has(held));
    })
    .map(({ id }) => ({ scope: "category", category: id }));
}

function itemIdIn(store: ClockStore, kind: ItemKind, owner: SubjectId, key: string): string | undefined {
  const template = itemsOf(store)?.[kind];
  if (template === undefined) return undefined;
  const text = store.kind === "s3" ? key : (itemKeyValues(key)?.[1] ?? "");
  const pattern = template
    .split(/(\{[a-z]+\}|…$)/u)
    .map((part) => {
      if (part === "…") return ".*";
      if (part === "{subject}") return literalPattern(owner);
      if (part === `{${kind}}`) return "(?<id>[^/#]+)";
      return part.startsWith("{") ? "[^/#]+" : literalPattern(part);
    })
    .join("");
  return new RegExp(`^${pattern}$`, "su").exec(text)?.groups?.id;
}
