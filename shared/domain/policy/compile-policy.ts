import { canonicalJson, sha256Hex } from "../canonical-json.ts";
import { checkPolicy, type PolicyProblem } from "./check-policy.ts";
import type { Policy } from "./policy.ts";
import { problemText } from "./problem-text.ts";

/** The policy cannot be used; each problem names the path, the promise it hurts and what to write instead. */
export class PolicyRefused extends Error {
  override readonly name = "PolicyRefused";
  readonly problems: readonly PolicyProblem[];

  constructor(file: string, problems: readonly PolicyProblem[]) {
    const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
    const texts = problems.map((problem) => problemText(file, problem));
    super(`${file} is refused for ${count}:\n\n${texts.join("\n\n")}`);
    this.problems = problems;
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
 * @param file where it is written, for the messages.
 * @throws {PolicyRefused} naming every error at once.
 */
export function compilePolicy(declaration: unknown, file = "the policy"): CompiledPolicy {
  const { policy, problems } = checkPolicy(declaration);
  const errors = problems.filter(({ severity }) => severity === "error");
  if (!policy || errors.length > 0) throw new PolicyRefused(file, errors);
  const canonical = canonicalJson(policy);
  return { policy, canonical, digest: sha256Hex(canonical) };
}
