import { answerOwedAt } from "../domain/policy/answer-owed.ts";
import { retentionText } from "../domain/policy/copies-elsewhere.ts";
import type { Policy } from "../domain/policy/policy.ts";
import type { Processor } from "../domain/policy/processor.ts";
import type { AskStanding } from "../domain/processors/processor-ask.ts";
import type { ErasureRequest } from "../domain/requests/erasure-request.ts";
import { newTask, type Task } from "../domain/tasks/task.ts";
import { openTaskOnce } from "./open-task.ts";
import type { Clock, Tasks } from "./ports.ts";

export interface HandOverPorts {
  readonly tasks: Tasks;
  readonly clock: Clock;
}

type HandedOverBecause = Extract<AskStanding, { state: "with-a-person" }>["because"];

/** Why a third party is a person's, and who asks it: Lethe itself by letter, or the person. */
export interface HandOver {
  readonly because?: HandedOverBecause;
  readonly how: "by-letter" | "by-hand";
}

/**
 * Makes sure that a person has the task to ask a third party, by the date its answer is owed. It is dated by the request:
 * so whichever attempt looks finds the same task.
 */
export function askForAPerson(
  ports: HandOverPorts,
  {
    service,
    region,
    requestId,
    openedAt,
  }: Pick<ErasureRequest, "service" | "region" | "requestId" | "openedAt">,
  policy: Policy,
  processorId: string,
  { because, how }: HandOver = { how: "by-hand" },
): Promise<Task> {
  const processor = declared(policy, processorId);
  const on = answerOwedAt(policy, processor, new Date(openedAt));
  const needs = `${whyOf(processor, because)}${how === "by-letter" ? readNeeds(processor) : askNeeds(processor)}`;
  return openTaskOnce(
    ports,
    "ask-processor",
    { service, region, requestId, processor: processor.id },
    { needs, at: openedAt, on },
  );
}

/** Makes sure that somebody mends our key: it is our fault, and nobody outside is told that it is theirs. */
export async function askForAKey(
  { tasks, clock }: HandOverPorts,
  { service, region }: Pick<ErasureRequest, "service" | "region">,
  policy: Policy,
  processorId: string,
): Promise<void> {
  const { name } = declared(policy, processorId);
  const needs = `Our own key for ${name} is refused or not there, so it is asked nothing: put a valid one into the secret lethe/${service}/${processorId}. It is tried again each hour.`;
  await tasks.open(
    newTask("processor-key", { service, region, processor: processorId }, { needs, now: clock.now() }),
  );
}

function askNeeds(processor: Processor): string {
  return `Ask ${processor.name} to delete ${whatOf(processor)}, and close this with its answer: who gave it, when, and where it is kept.`;
}

function readNeeds(processor: Processor): string {
  return `Lethe asks ${processor.name} by letter to delete ${whatOf(processor)}. Read its answer when it is attached here, and close this with it if it says so for everything; else, or if none comes in time, ask it another way.`;
}

function whatOf(processor: Processor): string {
  return `what it has of this person (${processor.receives.join(", ")}; ${retentionText(processor)})`;
}

function whyOf({ name }: Processor, because: HandedOverBecause | undefined): string {
  switch (because) {
    case "mismatch":
      return `Incident: ${name} answered about something else than it was asked, so its API is left alone. Find out what it deleted. `;
    case "too-late":
      return `The API of ${name} has not done it in time. `;
    case undefined:
      return "";
  }
}

function declared(policy: Policy, processorId: string): Processor {
  const processor = policy.processors.find(({ id }) => id === processorId);
  if (processor) return processor;
  throw new ProcessorNotDeclared(`The policy declares no third party ${processorId} any more.`);
}

/** A record names a third party that the policy of the request does not declare. */
class ProcessorNotDeclared extends Error {
  override readonly name = "ProcessorNotDeclared";
}
