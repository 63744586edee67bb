import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { S3Client } from "@aws-sdk/client-s3";
import { pseudonymsOf, retainedAdapters } from "../../shared/adapters/stores/retained-adapters.ts";
import { storeAdapters } from "../../shared/adapters/stores/store-adapters.ts";
import type { Step } from "../../shared/domain/erasure/step.ts";
import { storesErasedBy } from "../../shared/domain/policy/erasure-targets.ts";
import { storesRetainedBy } from "../../shared/domain/policy/retained-stores.ts";
import { SEALING, storesOfScope, storesSealed } from "../../shared/domain/policy/sealed-stores.ts";
import { type ErasureRequest, requestedScope } from "../../shared/domain/requests/erasure-request.ts";
import type { FindableStore } from "../../shared/operations/make-plan.ts";
import { policyOnRecord } from "../../shared/operations/policy-on-record.ts";
import type { StoreAdapter, SubjectKeys } from "../../shared/operations/ports.ts";
import { runningRequest } from "../../shared/operations/running-request.ts";
import { bindingsOnRecord } from "./bindings.ts";
import { systemClock } from "./clock.ts";
import { documents } from "./documents.ts";
import { records } from "./records.ts";
import { register } from "./register.ts";

const clients = { s3: new S3Client({}), documents, cognito: new CognitoIdentityProviderClient({}) };

/** Returns the stores that the request of a step empties, seals, or cuts down to what is kept. */
export async function storesOf(step: Step, subjectKeys: SubjectKeys): Promise<readonly StoreAdapter[]> {
  return storesFor(await runningRequest(register, step), subjectKeys);
}

/**
 * Returns the stores that a request empties, seals, or cuts down to what is kept, under the policy it was opened under.
 *
 * @param subjectKeys what is kept is kept under a pseudonym, which these make.
 */
export async function storesFor(
  request: ErasureRequest,
  subjectKeys: SubjectKeys,
): Promise<readonly StoreAdapter[]> {
  const { policy, scope, bindings } = await targetsOf(request);
  if (scope === undefined) return [];
  const pseudonymOf = pseudonymsOf(subjectKeys, policy.service.id);
  const emptied = scope.kind === SEALING ? storesSealed(policy) : storesErasedBy(policy, scope);
  const ports = { pseudonymOf, now: () => systemClock.now() };
  return [
    ...storeAdapters({ stores: emptied }, bindings, clients, scope),
    ...retainedAdapters(storesRetainedBy(policy, scope.kind), bindings, documents, ports),
  ];
}

/** Returns the same stores to be looked into only, for which no pseudonym is needed. */
export async function storesToFind(step: Step): Promise<readonly FindableStore[]> {
  const { policy, scope, bindings } = await targetsOf(await runningRequest(register, step));
  if (scope === undefined) return [];
  return storeAdapters({ stores: storesOfScope(policy, scope) }, bindings, clients, scope);
}

/** The id of the thing is forgotten when a request has ended, so there is no scope then, and nothing to do. */
async function targetsOf(request: ErasureRequest) {
  const { policy } = await policyOnRecord(records, request.policyDigest);
  return { policy, scope: requestedScope(request), bindings: await bindingsOnRecord() };
}
