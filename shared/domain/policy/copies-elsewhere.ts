import type { RecordedScope } from "../erasure/scope.ts";
import { categoriesErasedBy } from "./erasure-targets.ts";
import type { Policy } from "./policy.ts";
import type { Processor } from "./processor.ts";
import { categoriesSealed, SEALING } from "./sealed-stores.ts";

/**
 * Returns the third parties that may hold copies of what a scope is about; the host of the stores holds what is in the
 * stores. The scope `processors` is about everything they get, or what the one that is named does.
 */
export function processorsWithCopies(policy: Policy, scope: RecordedScope): readonly Processor[] {
  const others = policy.processors.filter(({ role, receives }) => role !== "hosting" && receives.length > 0);
  if (scope.scope === "processors") {
    return others.filter(({ id }) => scope.processor === undefined || id === scope.processor);
  }
  const meant = categoriesMeant(policy, scope);
  return others.filter(({ receives }) => receives.some((category) => meant.has(category)));
}

/** Returns the categories of which a scope erases, or seals, every copy that we have. */
export function categoriesMeant(policy: Policy, scope: RecordedScope): ReadonlySet<string> {
  if (scope.scope !== SEALING) return categoriesErasedBy(policy, scope);
  return new Set(categoriesSealed(policy).map(({ category }) => category));
}

/** Returns in words how long a third party keeps what it got, as its own pages say. */
export function retentionText({ retention }: Processor): string {
  switch (retention?.kept) {
    case undefined:
      return "for how long it keeps what it gets is not known";
    case "nothing":
      return "by its own pages it keeps nothing";
    case "days":
      return `by its own pages what it gets is gone after ${retention.days} days, unless a hold there extends it`;
    case "until-deleted":
      return "by its own pages it keeps what it gets until somebody asks for its deletion";
  }
}
