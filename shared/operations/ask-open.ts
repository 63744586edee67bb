import { closesAccount } from "../domain/erasure/scope.ts";
import { answerOwedAt } from "../domain/policy/answer-owed.ts";
import type { Policy } from "../domain/policy/policy.ts";
import { givenUpAt } from "../domain/processors/given-up-at.ts";
import { isCached } from "../domain/processors/meant-copy.ts";
import { askedNextAt, type ProcessorAsk } from "../domain/processors/processor-ask.ts";
import type { ErasureRequest } from "../domain/requests/erasure-request.ts";
import { after, WATCH_PERSON_EVERY_MS } from "../domain/requests/looked-at-again.ts";
import { askAbout, LONGEST_WAIT_MS } from "./ask-about.ts";
import { askForAKey, askForAPerson, type HandOver, type HandOverPorts } from "./ask-for-a-person.ts";
import { type AskGatePorts, askGate, heldAs } from "./ask-gate.ts";
import type { AskedProcessor, Connectors, Disclosures, Duties, ProcessorAsks } from "./ports.ts";
import { writeAt } from "./write-duty.ts";

/** Calls at once to one third party: a person's things are deleted in a minute, and no limit of theirs is met. */
const CALLS_AT_ONCE = 4;

export interface AskOpenPorts extends HandOverPorts, AskGatePorts {
  readonly asks: ProcessorAsks;
  readonly disclosures: Disclosures;
  readonly connectors: Connectors;
  /** What third parties are asked about again: apart from everything else that is due, which no vendor may delay. */
  readonly askingDuties: Pick<Duties, "put" | "putOnce">;
}

/**
 * Asks third parties about everything of a request that is due to be asked about, each third party beside the others, as
 * long as there is time and nobody has paused it.
 *
 * @returns everything that the request asks about, as it stands then.
 */
export async function askOpen(
  ports: AskOpenPorts,
  request: ErasureRequest,
  policy: Policy,
): Promise<readonly ProcessorAsk[]> {
  const now = ports.clock.now().toISOString();
  const due = new Map<string, ProcessorAsk[]>();
  for (const ask of await asksOf(ports.asks, request.requestId)) {
    if ((askedNextAt(ask) ?? "9") > now) continue;
    const { processor } = ask.disclosure;
    due.set(processor, [...(due.get(processor) ?? []), ask]);
  }
  await Promise.all([...due].map(([processor, asks]) => askOne(ports, request, policy, processor, asks)));
  return asksOf(ports.asks, request.requestId);
}

/** Returns everything that a request asks third parties about. */
export async function asksOf(
  asks: Pick<ProcessorAsks, "of">,
  requestId: string,
): Promise<readonly ProcessorAsk[]> {
  const all: ProcessorAsk[] = [];
  for await (const ask of asks.of(requestId)) all.push(ask);
  return all;
}

/** Asks one third party, a few things at once; at the first answer about something else nothing more is sent there. */
async function askOne(
  ports: AskOpenPorts,
  request: ErasureRequest,
  policy: Policy,
  processor: string,
  asks: readonly ProcessorAsk[],
): Promise<void> {
  const connector = ports.connectors(processor);
  if (!connector) return;
  for (let from = 0; from < asks.length; from += CALLS_AT_ONCE) {
    const batch = asks.slice(from, from + CALLS_AT_ONCE);
    const free = await freeOf(ports, request, policy, processor, batch);
    if (!free) return;
    const asked = await Promise.all(free.map((ask) => askOnce(ports, request, policy, connector, ask)));
    const stops = asked.some(
      ({ standing }) => standing.state === "with-a-person" && standing.because === "mismatch",
    );
    if (!stops) continue;
    for (const ask of asks.slice(from + CALLS_AT_ONCE)) {
      const standing = {
        state: "with-a-person",
        because: "mismatch",
        at: ports.clock.now().toISOString(),
      } as const;
      await ports.asks.note({ ...ask, tries: ask.tries + 1, standing });
    }
    return;
  }
}

/** Returns what no hold stands over, and lets the rest wait a day; undefined if nothing may be asked now. */
async function freeOf(
  ports: AskOpenPorts,
  request: ErasureRequest,
  policy: Policy,
  processor: string,
  batch: readonly ProcessorAsk[],
): Promise<readonly ProcessorAsk[] | undefined> {
  const free: ProcessorAsk[] = [];
  for (const category of new Set(batch.map(({ disclosure }) => disclosure.category))) {
    const asks = batch.filter(({ disclosure }) => disclosure.category === category);
    const gate = askGate(ports, request, policy, { processor, category });
    const answer = await gate.mayDelete(asks.map((ask) => ({ ...heldAs(ask.disclosure), ask })));
    if (!answer.proceed) return undefined;
    free.push(...answer.free.map(({ ask }) => ask));
    const nextAt = after(ports.clock.now(), WATCH_PERSON_EVERY_MS);
    for (const { ask } of answer.held.map(({ entry }) => entry)) {
      const standing = { state: "open", because: "held", nextAt } as const;
      await ports.asks.note({ ...ask, tries: ask.tries + 1, standing });
    }
  }
  return free;
}

/** What cannot be done by the API in time is a person's, and the task comes before the note that says so. */
async function askOnce(
  ports: AskOpenPorts,
  request: ErasureRequest,
  policy: Policy,
  connector: AskedProcessor,
  ask: ProcessorAsk,
): Promise<ProcessorAsk> {
  const { processor, kind } = ask.disclosure;
  const asked = handedOver(ports, request, policy, await askedWithJob(ports, connector, ask));
  const { standing } = asked;
  if (standing.state === "with-a-person") await handOver(ports, request, policy, processor, standing.because);
  if (standing.state === "open" && standing.because === "credentials")
    await askForAKey(ports, request, policy, processor);
  await ports.asks.note(asked);
  const isGone =
    standing.state === "answered" &&
    (standing.answer.outcome === "deleted" || standing.answer.outcome === "already-absent");
  // A cache fills again as long as the person stays, from what the same record tells of.
  if (isGone && (closesAccount(request.scope) || !isCached(kind))) {
    await ports.disclosures.settle(request.subjectRef, ask.disclosure);
  }
  return asked;
}

/**
 * What an API was given up for is asked by letter if an address is on record: once everything has been tried once more, so
 * that one letter names it all. What was answered about somebody else a person looks into first.
 */
async function handOver(
  ports: AskOpenPorts,
  request: ErasureRequest,
  policy: Policy,
  processorId: string,
  because: NonNullable<HandOver["because"]>,
): Promise<void> {
  const askAt = policy.processors.find(({ id }) => id === processorId)?.askAt;
  const how = because === "too-late" && askAt !== undefined ? "by-letter" : "by-hand";
  const { taskId, progress } = await askForAPerson(ports, request, policy, processorId, { because, how });
  if (how === "by-hand" || progress.state !== "open") return;
  const at = new Date(after(ports.clock.now(), LONGEST_WAIT_MS));
  await ports.askingDuties.putOnce(writeAt(taskId, at));
}

/** A job that has just begun is looked at once more at once: a short one has ended by then. */
async function askedWithJob(
  ports: AskOpenPorts,
  connector: AskedProcessor,
  ask: ProcessorAsk,
): Promise<ProcessorAsk> {
  const asked = await askAbout(ports, connector, ask);
  const hasBegun = ask.job === undefined && asked.job !== undefined && asked.standing.state === "open";
  return hasBegun ? askAbout(ports, connector, asked) : asked;
}

/** An API that has not done it so long before the answer is owed is given up. */
function handedOver(
  { clock }: AskOpenPorts,
  { openedAt }: ErasureRequest,
  policy: Policy,
  ask: ProcessorAsk,
): ProcessorAsk {
  const processor = policy.processors.find(({ id }) => id === ask.disclosure.processor);
  const now = clock.now().toISOString();
  const { standing } = ask;
  if (!processor || standing.state !== "open" || standing.because === "held") return ask;
  if (now < givenUpAt(openedAt, answerOwedAt(policy, processor, new Date(openedAt)))) return ask;
  return { ...ask, standing: { state: "with-a-person", because: "too-late", at: now } };
}
