import type { ErasurePlan } from "../domain/erasure/erasure-plan.ts";
import { recordedScope } from "../domain/erasure/scope.ts";
import type { SubjectId } from "../domain/erasure/subject-id.ts";
import { processorsWithCopies } from "../domain/policy/copies-elsewhere.ts";
import type { StoreKind } from "../domain/policy/store.ts";
import type { ErasureRequest } from "../domain/requests/erasure-request.ts";
import { policyOnRecord } from "./policy-on-record.ts";
import type { Clock, Records, StoreFinder } from "./ports.ts";

/** A store that can be looked into. */
export interface FindableStore {
  readonly storeId: string;
  readonly kind: StoreKind;
  readonly finder: StoreFinder;
}

/** Returns what the erasure of this person would delete or seal now, store by store, or whom it would ask; nothing is changed. */
export async function makePlan(
  ports: { readonly clock: Clock; readonly records: Records; readonly stores: readonly FindableStore[] },
  request: ErasureRequest,
  subject: SubjectId,
): Promise<ErasurePlan> {
  const stores = await Promise.all(
    ports.stores.map(async ({ storeId, kind, finder }) => ({
      id: storeId,
      kind,
      ...(await finder.find(subject)),
    })),
  );
  return {
    schema: "lethe.plan/1",
    requestId: request.requestId,
    subjectRef: request.subjectRef,
    ...recordedScope(request),
    policyDigest: request.policyDigest,
    madeAt: ports.clock.now().toISOString(),
    stores,
    ...(request.scope === "processors" ? { processors: await processorsAsked(ports.records, request) } : {}),
  };
}

async function processorsAsked(records: Records, request: ErasureRequest): Promise<string[]> {
  const { policy } = await policyOnRecord(records, request.policyDigest);
  return processorsWithCopies(policy, request).map(({ id }) => id);
}
