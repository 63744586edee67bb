import type { RecordedScope } from "../erasure/scope.ts";
import { ITEM_KINDS } from "../erasure/scope.ts";
import type { CopyKind, Disclosure } from "./disclosure.ts";

/** What lies in a cache is only a copy of what our own stores give again: purging more of it than is meant loses nothing. */
const CACHED: readonly CopyKind[] = ["cached-address", "cached-prefix", "cached-tag"];

/**
 * Says whether an erasure is about a thing that was sent. Of one thing of a person it is about what was recorded as made
 * of that, and of what lies in caches; `unknown` if the record does not say of what it was made.
 *
 * @param categories that the erasure is about; of the scope `processors` everything a third party was sent.
 */
export function isMeantCopy(
  { scope, itemRef }: RecordedScope,
  categories: ReadonlySet<string>,
  { category, kind, itemRefs }: Disclosure,
): "yes" | "no" | "unknown" {
  if (scope === "processors") return "yes";
  if (!categories.has(category)) return "no";
  if (!ITEM_KINDS.some((one) => one === scope) || isCached(kind)) return "yes";
  if (itemRefs === undefined) return "unknown";
  return itemRefs.some((one) => one === itemRef) ? "yes" : "no";
}

/** Says whether a copy is one of a cache. */
export function isCached(kind: CopyKind): boolean {
  return CACHED.includes(kind);
}
