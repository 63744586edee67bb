import type { Step } from "../../shared/domain/erasure/step.ts";
import { policyOnRecord } from "../../shared/operations/policy-on-record.ts";
import type { Accounts } from "../../shared/operations/ports.ts";
import { runningRequest } from "../../shared/operations/running-request.ts";
import { accountsUnder } from "./accounts.ts";
import { records } from "./records.ts";
import { register } from "./register.ts";

/** Returns the accounts of the service whose request a step carries out; a service may have none with a sign-in. */
export async function accountsOf(step: Step): Promise<Accounts> {
  const { policyDigest } = await runningRequest(register, step);
  return accountsUnder((await policyOnRecord(records, policyDigest)).policy);
}
