import { canonicalJson, sha256Hex } from "../domain/canonical-json.ts";
import { LANE_TARGETS, laneOf, type Step } from "../domain/erasure/step.ts";
import type { EntryBody } from "../domain/ledger/entry.ts";
import { answerOwedAt } from "../domain/policy/answer-owed.ts";
import { processorsWithCopies, retentionText } from "../domain/policy/copies-elsewhere.ts";
import type { Policy } from "../domain/policy/policy.ts";
import type { Processor } from "../domain/policy/processor.ts";
import type { Task } from "../domain/tasks/task.ts";
import { appendOnce } from "./append-once.ts";
import { outcomesOf } from "./end-with-answers.ts";
import { openTaskOnce } from "./open-task.ts";
import { policyOnRecord } from "./policy-on-record.ts";
import type { Clock, Ledger, Records, RequestRegister, Tasks } from "./ports.ts";
import { type RunningRequest, runningRequest } from "./running-request.ts";

export interface AskProcessorsPorts {
  readonly register: RequestRegister;
  readonly ledger: Ledger;
  readonly records: Records;
  readonly tasks: Tasks;
  readonly clock: Clock;
}

/**
 * Writes down how many third parties may hold copies. Where the request is about them, it makes sure that a person has
 * the task to ask each of them, and writes down how that stands: this version asks nobody by itself.
 */
export async function askProcessors(ports: AskProcessorsPorts, step: Step): Promise<void> {
  const request = await runningRequest(ports.register, step);
  const { policy } = await policyOnRecord(ports.records, request.policyDigest);
  const lane = laneOf(step, LANE_TARGETS.processors);
  const elsewhere = processorsWithCopies(policy, request);
  await appendOnce(ports.ledger, lane, request.subjectRef, {
    kind: "processors-asked",
    declared: elsewhere.length,
  });
  if (request.scope !== "processors") return;
  const noted = new Set((await outcomesOf(ports.ledger, step)).map(({ processor }) => processor));
  for (const processor of elsewhere.filter(({ id }) => !noted.has(id))) {
    const task = await askedBySomebody(ports, request, policy, processor);
    await ports.ledger.append(lane, request.subjectRef, outcomeOf(processor, task));
  }
}

/** Dated by the request, from which its answer is owed: so whichever attempt looks finds the same task. */
function askedBySomebody(
  ports: AskProcessorsPorts,
  { service, region, requestId, openedAt }: RunningRequest,
  policy: Policy,
  processor: Processor,
): Promise<Task> {
  const on = answerOwedAt(policy, processor, new Date(openedAt));
  const what = processor.receives.join(", ");
  const needs = `Ask ${processor.name} to delete what it has of this person (${what}; ${retentionText(processor)}), and close this with its answer: who gave it, when, and where it is kept.`;
  const about = { service, region, requestId, processor: processor.id };
  return openTaskOnce(ports, "ask-processor", about, { needs, at: openedAt, on });
}

function outcomeOf({ id }: Processor, { dueAt, progress }: Task): EntryBody {
  const asked = { kind: "processor-outcome", processor: id, answerOwedAt: dueAt } as const;
  if (progress.state === "open") return { ...asked, outcome: "attestation-requested" };
  return {
    ...asked,
    outcome: "attestation-received",
    answeredAt: progress.at,
    evidenceHash: sha256Hex(canonicalJson(progress.evidence)),
  };
}
