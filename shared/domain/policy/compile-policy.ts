import { canonicalJson, sha256Hex } from "../canonical-json.ts";
import { type Policy, type PolicyDeclaration, PolicySchema } from "./policy.ts";
import { policyFaults } from "./policy-faults.ts";

/** The policy cannot be used; each fault names the path, what is wrong and what to write instead. */
export class PolicyRefused extends Error {
  override readonly name = "PolicyRefused";
  readonly faults: readonly string[];
  constructor(service: string, faults: readonly string[]) {
    super(`The policy of ${service} is refused:\n${faults.map((fault) => `  - ${fault}`).join("\n")}`);
    this.faults = faults;
  }
}

/** A policy with its one text and that text's digest, by which requests and certificates name it. */
export interface CompiledPolicy {
  readonly policy: Policy;
  readonly canonical: string;
  /** SHA-256 of `canonical`, 64 hexadecimal digits. */
  readonly digest: string;
}

/**
 * Checks a policy and turns it into its canonical JSON.
 *
 * @throws {PolicyRefused} naming every fault at once.
 */
export function compilePolicy(declaration: PolicyDeclaration): CompiledPolicy {
  const service = declaration?.service?.id ?? "an unnamed service";
  const parsed = PolicySchema.safeParse(declaration);
  if (!parsed.success) {
    throw new PolicyRefused(
      service,
      parsed.error.issues.map((issue) => `${issue.path.join(".") || "(top)"}: ${issue.message}`),
    );
  }
  const faults = policyFaults(parsed.data);
  if (faults.length > 0) throw new PolicyRefused(service, faults);
  const canonical = canonicalJson(parsed.data);
  return { policy: parsed.data, canonical, digest: sha256Hex(canonical) };
}
