import { lifecycleDays } from "./lifecycle-days.ts";
import type { Policy } from "./policy.ts";
import type { SubjectStore } from "./store.ts";

/** Says whether AWS deletes by age in a store, which no hold and no seal of ours stops. */
export function goesByItself(policy: Policy, store: SubjectStore): boolean {
  switch (store.kind) {
    case "dynamodb":
    case "dynamodb-index":
      return store.timeToLiveAttribute !== undefined;
    case "s3":
      return (
        lifecycleDays(store, new Map(policy.retention.map((rule) => [rule.category, rule]))) !== undefined
      );
    case "cognito":
    case "dynamodb-mentions":
    case "dynamodb-shared":
      return false;
  }
}
