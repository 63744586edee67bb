import { ERROR_NAMES } from "../domain/erasure/error-names.ts";
import type { CompiledPolicy } from "../domain/policy/compile-policy.ts";
import type { Records } from "./ports.ts";

/** The policy a request was opened under is not on record; nothing was changed. */
export class PolicyNotOnRecord extends Error {
  override readonly name = ERROR_NAMES.policyNotOnRecord;
}

/**
 * Returns the policy with this digest, as it was when it was in force.
 *
 * @throws {PolicyNotOnRecord} if nobody stored it.
 */
export async function policyOnRecord(records: Records, digest: string): Promise<CompiledPolicy> {
  const compiled = await records.readPolicy(digest);
  if (compiled) return compiled;
  throw new PolicyNotOnRecord(
    `No policy with digest ${digest} is on record: deploy again, which stores it, or put it back from version control.`,
  );
}
