import type { Scope } from "../erasure/scope.ts";
import { storesErasedBy } from "./erasure-targets.ts";
import { SCOPES_CARRIED_OUT } from "./mechanism.ts";
import type { Policy } from "./policy.ts";

/** Returns why a policy has no erasure of this scope, and what it has; undefined if it has one. */
export function scopeRefusal(policy: Policy, scope: Scope): string | undefined {
  const name = policy.service.id;
  const declared = policy.erasure.map((one) => one.scope);
  if (!declared.includes(scope.kind)) {
    return `The policy of ${name} declares no erasure of scope ${scope.kind}: it has ${declared.join(", ")}.`;
  }
  if (!SCOPES_CARRIED_OUT.includes(scope.kind)) {
    return `The scope ${scope.kind} is declared by ${name} and not carried out by this version: do it by hand.`;
  }
  if (storesErasedBy(policy, scope).length > 0) return undefined;
  return scope.kind === "category"
    ? `No store of ${name} is emptied of category ${scope.category}: it is not erased by itself, or lies beside what stays.`
    : `No store of ${name} can tell where a ${scope.kind} is: add it to the items of its stores.`;
}
