import { LANE_TARGETS, laneOf, type Step } from "../domain/erasure/step.ts";
import { processorsWithCopies } from "../domain/policy/copies-elsewhere.ts";
import { appendOnce } from "./append-once.ts";
import { policyOnRecord } from "./policy-on-record.ts";
import type { Ledger, Records, RequestRegister } from "./ports.ts";
import { runningRequest } from "./running-request.ts";

/** Asks every declared processor to delete too, and writes down how many there are; a policy may declare none. */
export async function askProcessors(
  ports: { readonly register: RequestRegister; readonly ledger: Ledger; readonly records: Records },
  step: Step,
): Promise<void> {
  const request = await runningRequest(ports.register, step);
  const { policy } = await policyOnRecord(ports.records, request.policyDigest);
  await appendOnce(ports.ledger, laneOf(step, LANE_TARGETS.processors), request.subjectRef, {
    kind: "processors-asked",
    declared: processorsWithCopies(policy, request).length,
  });
}
