import { type Scope, scopeText } from "../erasure/scope.ts";
import { processorsWithCopies } from "./copies-elsewhere.ts";
import type { Policy } from "./policy.ts";
import { storesOfScope } from "./sealed-stores.ts";

/** Returns why a policy has no erasure of this scope, and what it has; undefined if it has one. */
export function scopeRefusal(policy: Policy, scope: Scope): string | undefined {
  const name = policy.service.id;
  const declared = policy.erasure.map((one) => one.scope);
  if (!declared.includes(scope.kind)) {
    return `The policy of ${name} declares no erasure of scope ${scope.kind}: it has ${declared.join(", ")}.`;
  }
  if (scope.kind === "processors") return processorRefusal(policy, scope);
  if (storesOfScope(policy, scope).length > 0) return undefined;
  switch (scope.kind) {
    case "category":
      return `No store of ${name} is emptied of category ${scope.category}: it is not erased by itself, or lies beside what stays.`;
    case "preserve-and-report":
      return `No store of ${name} holds anything that its scope preserve-and-report retains: there is nothing to seal.`;
    default:
      return `No store of ${name} can tell where a ${scope.kind} is: add it to the items of its stores.`;
  }
}

function processorRefusal(policy: Policy, scope: Extract<Scope, { kind: "processors" }>): string | undefined {
  if (processorsWithCopies(policy, { scope: "processors", processor: scope.processor }).length > 0)
    return undefined;
  const ids = processorsWithCopies(policy, { scope: "processors" }).map(({ id }) => id);
  const there = ids.length === 0 ? "there is none" : `there are ${ids.join(", ")}`;
  return `The policy of ${policy.service.id} names nobody of ${scopeText(scope)} who may hold copies: ${there}.`;
}
