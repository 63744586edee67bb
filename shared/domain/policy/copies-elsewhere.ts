import type { Policy } from "./policy.ts";
import type { Processor } from "./processor.ts";

/** Returns the third parties that hold copies of their own; the host of the stores holds what is in the stores. */
export function processorsWithCopies(policy: Policy): readonly Processor[] {
  return policy.processors.filter(({ role, receives }) => role !== "hosting" && receives.length > 0);
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
