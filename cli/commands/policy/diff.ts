import { diffPolicies, type PolicyDiff } from "../../../shared/domain/policy/diff/diff-policies.ts";
import { diffText } from "../../../shared/domain/policy/diff/diff-text.ts";
import { EXIT, type ExitCode } from "../../exit-codes.ts";
import { policyOf, policyPath } from "../../policy-file.ts";
import type { Terminal } from "../../terminal.ts";
import { today } from "../../today.ts";

const CODES: Readonly<Record<PolicyDiff["severity"], ExitCode>> = {
  broken: EXIT.failed,
  "notice-first": EXIT.waiting,
  none: EXIT.done,
};

/** Says what changes for people from one policy to another, and what has to come before it does. */
export async function comparePolicies(terminal: Terminal, old: string, next: string): Promise<ExitCode> {
  const day = today();
  const diff = diffPolicies(await policyOf(policyPath(old), day), await policyOf(policyPath(next), day), day);
  terminal.document(diff);
  terminal.result(diffText(diff));
  return CODES[diff.severity];
}
