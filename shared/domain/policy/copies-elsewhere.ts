import type { RecordedScope } from "../erasure/scope.ts";
import { categoriesErasedBy } from "./erasure-targets.ts";
import type { Policy } from "./policy.ts";
import type { Processor } from "./processor.ts";

/**
 * Returns the third parties that may hold copies of what a scope erases; the host of the stores holds what is in the
 * stores.
 */
export function processorsWithCopies(policy: Policy, scope: RecordedScope): readonly Processor[] {
  const erased = categoriesErasedBy(policy, scope);
  return policy.processors.filter(
    ({ role, receives }) => role !== "hosting" && receives.some((category) => erased.has(category)),
  );
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
