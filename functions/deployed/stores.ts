import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { S3Client } from "@aws-sdk/client-s3";
import { storeAdapters } from "../../shared/adapters/stores/store-adapters.ts";
import type { Step } from "../../shared/domain/erasure/step.ts";
import { storesErasedBy } from "../../shared/domain/policy/erasure-targets.ts";
import { type ErasureRequest, requestedScope } from "../../shared/domain/requests/erasure-request.ts";
import { policyOnRecord } from "../../shared/operations/policy-on-record.ts";
import type { StoreAdapter } from "../../shared/operations/ports.ts";
import { runningRequest } from "../../shared/operations/running-request.ts";
import { bindingsOnRecord } from "./bindings.ts";
import { documents } from "./documents.ts";
import { records } from "./records.ts";
import { register } from "./register.ts";

const clients = { s3: new S3Client({}), documents, cognito: new CognitoIdentityProviderClient({}) };

/** Returns the stores that a request empties, under the policy it was opened under. */
export async function storesFor(request: ErasureRequest): Promise<readonly StoreAdapter[]> {
  const scope = requestedScope(request);
  // The id of the thing is forgotten when a request has ended, and then there is nothing to do.
  if (scope === undefined) return [];
  const { policy } = await policyOnRecord(records, request.policyDigest);
  return storeAdapters({ stores: storesErasedBy(policy, scope) }, await bindingsOnRecord(), clients, scope);
}

/** Returns the stores that the request of a step empties. */
export async function storesOf(step: Step): Promise<readonly StoreAdapter[]> {
  return storesFor(await runningRequest(register, step));
}
