import { canonicalJson, sha256Hex } from "../domain/canonical-json.ts";
import { LANE_TARGETS, laneOf, type Step } from "../domain/erasure/step.ts";
import type { EntryBody } from "../domain/ledger/entry.ts";
import { answerOwedAt } from "../domain/policy/answer-owed.ts";
import { processorsWithCopies } from "../domain/policy/copies-elsewhere.ts";
import type { Policy } from "../domain/policy/policy.ts";
import type { Processor } from "../domain/policy/processor.ts";
import { SEALING } from "../domain/policy/sealed-stores.ts";
import type { ProcessorAsk } from "../domain/processors/processor-ask.ts";
import { standingOf } from "../domain/processors/processor-standing.ts";
import type { Task } from "../domain/tasks/task.ts";
import { appendOnce } from "./append-once.ts";
import { askForAPerson } from "./ask-for-a-person.ts";
import { type AskOpenPorts, askOpen } from "./ask-open.ts";
import { type BeginAsksPorts, type BegunAsks, beginAsks } from "./begin-asks.ts";
import { outcomesOf } from "./end-with-answers.ts";
import { policyOnRecord } from "./policy-on-record.ts";
import type { Ledger, Records, RequestRegister } from "./ports.ts";
import { type RunningRequest, runningRequest } from "./running-request.ts";
import { writeAt } from "./write-duty.ts";

export interface AskProcessorsPorts extends AskOpenPorts, BeginAsksPorts {
  readonly register: RequestRegister;
  readonly ledger: Ledger;
  readonly records: Records;
}

/**
 * Asks every third party that got something of what is erased to delete it, and writes down how that stands: first how
 * much is asked, then what came of it. What has no answer yet is asked about again by a duty, as often as it takes. A third
 * party that has no API for it is a person's, who has a dated task, and is written to by a duty if its address is known; one
 * that no record says got anything is asked nothing, unless the request is about third parties and only a person could ask.
 */
export async function askProcessors(ports: AskProcessorsPorts, step: Step): Promise<void> {
  const request = await runningRequest(ports.register, step);
  const { policy } = await policyOnRecord(ports.records, request.policyDigest);
  const lane = laneOf(step, LANE_TARGETS.processors);
  const elsewhere = processorsWithCopies(policy, request);
  if (request.scope === SEALING) {
    const body = { kind: "processors-asked", declared: elsewhere.length } as const;
    return appendOnce(ports.ledger, lane, request.subjectRef, body);
  }
  const begun = await beginAsks(ports, request, policy, elsewhere);
  const { unattributed, things } = begun;
  await appendOnce(ports.ledger, lane, request.subjectRef, {
    kind: "processors-asked",
    declared: elsewhere.length,
    things,
    ...(unattributed > 0 ? { unattributed } : {}),
  });
  const asks = await askOpen(ports, request, policy);
  const noted = new Set((await outcomesOf(ports.ledger, step)).map(({ processor }) => processor));
  for (const processor of elsewhere.filter(({ id }) => !noted.has(id))) {
    const theirs = asks.filter(({ disclosure }) => disclosure.processor === processor.id);
    const outcome = begun.byPerson.has(processor.id)
      ? byPersonOutcome(processor, await handedOver(ports, request, policy, processor, begun))
      : await outcomeOf(ports, request, policy, processor, theirs);
    if (outcome) await ports.ledger.append(lane, request.subjectRef, outcome);
  }
}

/** The task comes before the duty to write: killed in between, the step runs again and finds it. */
async function handedOver(
  ports: AskProcessorsPorts,
  request: RunningRequest,
  policy: Policy,
  { id }: Processor,
  { byLetter }: BegunAsks,
): Promise<Task> {
  if (!byLetter.has(id)) return askForAPerson(ports, request, policy, id);
  const task = await askForAPerson(ports, request, policy, id, { how: "by-letter" });
  if (task.progress.state === "open") await ports.askingDuties.put(writeAt(task.taskId, ports.clock.now()));
  return task;
}

async function outcomeOf(
  ports: AskProcessorsPorts,
  request: RunningRequest,
  policy: Policy,
  processor: Processor,
  asks: readonly ProcessorAsk[],
): Promise<EntryBody | undefined> {
  if (asks.length === 0) return undefined;
  const setting = await ports.connectors(processor.id)?.readSetting?.(ports.clock.now());
  const { outcome, things, until, answeredAt, because } = standingOf(asks);
  const entry = {
    kind: "processor-outcome",
    processor: processor.id,
    outcome,
    things,
    answerOwedAt: answerOwedAt(policy, processor, new Date(request.openedAt)),
    ...(until === undefined ? {} : { until }),
    ...(answeredAt === undefined ? {} : { answeredAt }),
    ...(because.length === 0 ? {} : { because: [...because] }),
    ...(setting === undefined ? {} : { setting }),
  } as const;
  if (things.withAPerson === 0) return entry;
  const task = await askForAPerson(ports, request, policy, processor.id);
  return { ...entry, ...byPersonOutcome(processor, task), things };
}

function byPersonOutcome({ id }: Processor, { dueAt, progress }: Task) {
  const asked = { kind: "processor-outcome", processor: id, answerOwedAt: dueAt } as const;
  if (progress.state === "open") return { ...asked, outcome: "attestation-requested" } as const;
  return {
    ...asked,
    outcome: "attestation-received",
    answeredAt: progress.at,
    evidenceHash: sha256Hex(canonicalJson(progress.evidence)),
  } as const;
}
