import { type AskedThing, askLetter } from "../domain/letters/ask-letter.ts";
import { domainOf } from "../domain/mail/domain-of.ts";
import type { Policy } from "../domain/policy/policy.ts";
import type { Processor } from "../domain/policy/processor.ts";
import type { Disclosure } from "../domain/processors/disclosure.ts";
import type { ErasureRequest } from "../domain/requests/erasure-request.ts";
import { after, WATCH_PERSON_EVERY_MS } from "../domain/requests/looked-at-again.ts";
import {
  type AskedByLetter,
  type AskLetterName,
  WRITTEN_MAX,
  type WrittenLetter,
  withWritten,
} from "../domain/tasks/asked-by-letter.ts";
import { type NextLetter, nextLetter } from "../domain/tasks/next-letter.ts";
import { newTask, type Task } from "../domain/tasks/task.ts";
import { type AskGatePorts, askGate, heldAs } from "./ask-gate.ts";
import { asksOf } from "./ask-open.ts";
import { meantOf, THINGS_IN_LETTER_MAX } from "./begin-asks.ts";
import { changeAsked } from "./change-asked.ts";
import type { DoDuty } from "./do-duties.ts";
import { policyOnRecord } from "./policy-on-record.ts";
import type { Clock, Connectors, Disclosures, Letters, ProcessorAsks, Records, Tasks } from "./ports.ts";
import { LetterNotTaken } from "./reply-by-letter.ts";
import { WRITE_TO_PROCESSOR, writeAt } from "./write-duty.ts";

const MINUTE_MS = 60_000;
/** A pause is lifted by a person, and whoever lifts it sees the letter go within this time. */
const PAUSED_AGAIN_MS = 15 * MINUTE_MS;
export interface WriteToProcessorPorts extends AskGatePorts {
  readonly tasks: Pick<Tasks, "read" | "noteAsked" | "open">;
  readonly records: Records;
  readonly disclosures: Pick<Disclosures, "of">;
  readonly asks: Pick<ProcessorAsks, "of">;
  readonly connectors: Connectors;
  readonly letters: Letters;
  readonly clock: Clock;
}

/** Returns how the duty is done: it comes back as long as there is anything to write. */
export function writingDuties(ports: WriteToProcessorPorts): Readonly<Record<string, DoDuty>> {
  return {
    [WRITE_TO_PROCESSOR]: async ({ about: { taskId = "" } }) => {
      const at = await writeToProcessor(ports, taskId);
      return at === undefined ? undefined : writeAt(taskId, new Date(at));
    },
  };
}

/** Everything that a letter about a task is made of. */
interface Asking {
  readonly task: Task;
  readonly request: ErasureRequest;
  readonly policy: Policy;
  readonly processor: Processor;
  readonly askAt: string;
  readonly things: readonly Disclosure[];
}

/**
 * Writes to a third party what is to be written about a task now: each letter once, however often and by how many it is
 * called, and none while a hold stands over anything that it names, or somebody has paused the request. Whoever sends says
 * so first.
 *
 * Killed between the sending and the note of it, it is sent once more: nothing says whether SES had taken it, and the other
 * order could lose it.
 *
 * @returns when there is something to write next, ISO 8601 UTC; undefined if there never is.
 */
async function writeToProcessor(ports: WriteToProcessorPorts, taskId: string): Promise<string | undefined> {
  const asking = await askingOf(ports, taskId);
  if (!asking) return undefined;
  const now = ports.clock.now();
  const { task, things } = asking;
  const newest = newestOf(things);
  const about = { newest, things: things.length, dueAt: task.dueAt };
  const plan = nextLetter(task.asked, about, now);
  if (plan.next !== "write") return lookedAtNext(plan, now);
  if (things.length > THINGS_IN_LETTER_MAX || (task.asked?.written.length ?? 0) >= WRITTEN_MAX) {
    return callForPerson(ports, asking, "There are too many things, or letters, for another one.");
  }
  const shut = await shutFor(ports, asking);
  if (shut !== undefined) return after(now, shut);
  const named = { through: newest, things: things.length };
  const letter = { letter: plan.letter, ...named, begunAt: now.toISOString() };
  if (!(await begins(ports, asking, letter))) return after(now, MINUTE_MS);
  try {
    await ports.letters.send(letterOf(asking, plan.letter, now));
  } catch (cause) {
    await callForPerson(
      ports,
      asking,
      "The mail service did not take it; it is tried again every few minutes.",
    );
    // It may have been taken all the same, so it stays in hand until it is tried again.
    throw new LetterNotTaken(`The letter about task ${taskId} was not taken.`, { cause });
  }
  const sentAt = ports.clock.now();
  const noted = await changeAsked(
    ports.tasks,
    taskId,
    ({ asked }) => asked && withWritten(asked, { ...letter, sentAt: sentAt.toISOString() }),
  );
  return lookedAtNext(nextLetter(noted?.asked, about, sentAt), sentAt);
}

function lookedAtNext(plan: NextLetter, now: Date): string | undefined {
  switch (plan.next) {
    case "write":
      return after(now, MINUTE_MS);
    case "wait":
      return plan.until;
    case "nothing":
      return undefined;
  }
}

/** Undefined if there is nobody to write to, nothing to write about, or nothing that anybody has to do any more. */
async function askingOf(ports: WriteToProcessorPorts, taskId: string): Promise<Asking | undefined> {
  const { tasks, register, records } = ports;
  const task = await tasks.read(taskId);
  if (task?.progress.state !== "open" || task.requestId === undefined) return undefined;
  const request = await register.read(task.requestId);
  if (!request) return undefined;
  const { policy } = await policyOnRecord(records, request.policyDigest);
  const processor = policy.processors.find(({ id }) => id === task.processor);
  if (processor?.askAt === undefined) return undefined;
  const things = await thingsOf(ports, request, policy, processor);
  if (things.length === 0) return undefined;
  return { task, request, policy, processor, askAt: processor.askAt, things };
}

/** What was sent, of a third party with an API what that was given up for. */
async function thingsOf(
  { connectors, asks, disclosures }: WriteToProcessorPorts,
  request: ErasureRequest,
  policy: Policy,
  processor: Processor,
): Promise<readonly Disclosure[]> {
  if (!connectors(processor.id)) {
    return (await meantOf({ disclosures }, request, policy, [processor])).meant;
  }
  return (await asksOf(asks, request.requestId)).flatMap(({ disclosure, standing }) =>
    disclosure.processor === processor.id &&
    standing.state === "with-a-person" &&
    standing.because === "too-late"
      ? [disclosure]
      : [],
  );
}

/** Returns for how many milliseconds nothing may be written; undefined if it may. One gate for each category, as for calls. */
async function shutFor(
  ports: AskGatePorts,
  { request, policy, processor, things }: Asking,
): Promise<number | undefined> {
  for (const category of new Set(things.map((thing) => thing.category))) {
    const gate = askGate(ports, request, policy, { processor: processor.id, category });
    const asked = things.filter((thing) => thing.category === category);
    const answer = await gate.mayDelete(asked.map(heldAs));
    if (!answer.proceed) return PAUSED_AGAIN_MS;
    if (answer.held.length > 0) return WATCH_PERSON_EVERY_MS;
  }
  return undefined;
}

/** Says that a letter is being sent; false if somebody else does at this moment. */
async function begins(
  { tasks }: Pick<WriteToProcessorPorts, "tasks">,
  { task, askAt }: Asking,
  letter: WrittenLetter,
): Promise<boolean> {
  const empty: AskedByLetter = { revision: 0, domain: domainOf(askAt), written: [], replies: [] };
  return (await tasks.noteAsked(task.taskId, withWritten(task.asked ?? empty, letter))) !== undefined;
}

function letterOf({ task, policy, processor, askAt, things }: Asking, letter: AskLetterName, now: Date) {
  const { name: service, contact } = policy.service;
  const { taskId, dueAt } = task;
  const text = askLetter(letter, {
    ...{ service, contact, name: processor.name, reference: taskId },
    ...(dueAt > now.toISOString() ? { answerBy: dueAt } : {}),
    things: things.map((thing) => askedThing(policy, thing)),
  });
  return { to: askAt, ...text, thread: taskId, about: { letter, taskId } };
}

function askedThing(policy: Policy, { reference, category, sentAt }: Disclosure): AskedThing {
  const what = policy.categories.find(({ id }) => id === category)?.what ?? category;
  return { reference, what, sentAt };
}

/** Ids sort by the time they were made. */
function newestOf(things: readonly Disclosure[]): string {
  return (
    things
      .map(({ disclosureId }) => disclosureId)
      .sort()
      .at(-1) ?? ""
  );
}

/** The answer is owed all the same. */
async function callForPerson(
  { tasks, clock }: WriteToProcessorPorts,
  { task, processor }: Asking,
  why: string,
): Promise<undefined> {
  const { service, region, requestId = "", taskId, dueAt } = task;
  const needs = `A letter to ${processor.name} about task ${taskId} was not sent. ${why} See to it that ${processor.name} is asked, and close this with what shows it.`;
  const about = { service, region, requestId, processor: processor.id };
  await tasks.open(newTask("letter-not-sent", about, { needs, now: clock.now(), on: dueAt }));
}
