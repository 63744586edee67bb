import type { Policy } from "../policy.ts";

/**
 * Returns the parts that both policies declare. What lies within a part is compared only where both policies declare it: a
 * new category is told once, and not once more for each of its rules.
 */
export function partsOfBoth(old: Policy, next: Policy): ReadonlySet<string> {
  const known = declaredParts(old);
  return new Set([...declaredParts(next)].filter((part) => known.has(part)));
}

function declaredParts(policy: Policy): ReadonlySet<string> {
  const { categories, stores, retention, erasure, processors } = policy;
  return new Set([
    ...categories.map(({ id }) => `categories.${id}`),
    ...stores.map(({ id }) => `stores.${id}`),
    ...retention.filter(({ limit }) => limit !== undefined).map(({ category }) => limitPart(category)),
    ...erasure.map(({ scope }) => `erasure.${scope}`),
    ...erasure.flatMap(({ scope, categories: effects }) =>
      Object.entries(effects).flatMap(([category, effect]) =>
        effect.effect === "retain" && effect.keeps ? [cutPart(scope, category)] : [],
      ),
    ),
    ...processors.map(({ id }) => `processors.${id}`),
    ...categories.flatMap(({ purposes }) => purposes).map(usePart),
  ]);
}

/** Names the part that is there if a category has a limit. */
export function limitPart(category: string): string {
  return `retention.${category}.limit`;
}

/** Names the part that is there if an erasure cuts what it retains of a category. */
export function cutPart(scope: string, category: string): string {
  return `erasure.${scope}.categories.${category}.keeps`;
}

/** Names the part that is there if data is used for a purpose at all. */
export function usePart(purpose: string): string {
  return `use.${purpose}`;
}
