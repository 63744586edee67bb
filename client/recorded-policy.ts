import type { CompiledPolicy } from "../shared/domain/policy/compile-policy.ts";
import { policyOnRecord } from "../shared/operations/policy-on-record.ts";
import type { Records } from "../shared/operations/ports.ts";
import { ClientIncomplete } from "./client-settings.ts";

/**
 * Returns the policy in force of a service.
 *
 * @throws {ClientIncomplete} if it is another's, which has other consents, and makes other references of the same id.
 */
export async function recordedPolicy(
  records: Records,
  service: string,
  digest: string,
): Promise<CompiledPolicy> {
  const compiled = await policyOnRecord(records, digest);
  const { id } = compiled.policy.service;
  if (id === service) return compiled;
  throw new ClientIncomplete(`The policy ${compiled.digest} is the one of ${id}, not of ${service}.`);
}

/** Returns what reads a thing once; a failure is not kept: the next call tries again. */
export function readOnce<Read>(read: () => Promise<Read>): () => Promise<Read> {
  let reading: Promise<Read> | undefined;
  return () => {
    reading ??= read().catch((error: unknown) => {
      reading = undefined;
      throw error;
    });
    return reading;
  };
}
