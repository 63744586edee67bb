import { type CompiledPolicy, compilePolicy } from "../../shared/domain/policy/compile-policy.ts";
import type { PolicyDeclaration } from "../../shared/domain/policy/policy.ts";

/** What was compiled before: some tests make hundreds of worlds of one policy, and nothing changes a compiled one. */
const compiled = new WeakMap<PolicyDeclaration, CompiledPolicy>();

/** Returns a policy compiled, the same each time for the same declaration. */
export function compiledOnce(declaration: PolicyDeclaration): CompiledPolicy {
  const known = compiled.get(declaration) ?? compilePolicy(declaration);
  compiled.set(declaration, known);
  return known;
}
