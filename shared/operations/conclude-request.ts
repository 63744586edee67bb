import { lastDayOfAll } from "../domain/backups/copies-left.ts";
import { recordedScope } from "../domain/erasure/scope.ts";
import type { Step } from "../domain/erasure/step.ts";
import { holdsMet, LEGAL_HOLD, type StoreProgress } from "../domain/erasure/store-progress.ts";
import { firstLockEnd, type StoreSummary, storeSummaries } from "../domain/erasure/store-summary.ts";
import type { Tombstone } from "../domain/erasure/tombstone.ts";
import { ownRecordEndsAt } from "../domain/policy/own-record-days.ts";
import type { Policy } from "../domain/policy/policy.ts";
import { SEALING } from "../domain/policy/sealed-stores.ts";
import { type CompletionAnswer, completionLetter } from "../domain/requests/completion-letter.ts";
import {
  type Completed,
  type ErasureRequest,
  isLookedAtAgain,
  type Progress,
} from "../domain/requests/erasure-request.ts";
import { after, WATCH_PERSON_EVERY_MS } from "../domain/requests/looked-at-again.ts";
import { statusShownUntil } from "../domain/rights/record-of-request.ts";
import { copiesLooked } from "./bound-backups.ts";
import { closeMootTasks } from "./close-task.ts";
import { endWithAnswers, settledLater } from "./end-with-answers.ts";
import { endWithSeal, type SealedRun } from "./end-with-seal.ts";
import { countWhatIsGone, lookedAtAgain } from "./look-for-late-writes.ts";
import { type MakeLinkPorts, makeLink } from "./make-link.ts";
import { RequestBusy } from "./open-request.ts";
import { openTask } from "./open-task.ts";
import { policyOnRecord } from "./policy-on-record.ts";
import type {
  Clock,
  Contact,
  Duties,
  Holds,
  Ledger,
  Letters,
  ProcessorAsks,
  Records,
  RequestRegister,
  Tasks,
  Tombstones,
} from "./ports.ts";
import { runningRequest } from "./running-request.ts";
import { waitForHolds } from "./wait-for-holds.ts";
import { planLastCopy } from "./watch-last-copy.ts";

/** Who asked in the service said nothing of a language. */
const IN_ENGLISH: CompletionAnswer = { language: "en" };
/** Only the watch writes to a request that runs, once a minute. */
const TRIES_MAX = 3;

export interface ConcludeRequestPorts extends MakeLinkPorts {
  readonly register: RequestRegister;
  readonly records: Records;
  readonly letters: Letters;
  readonly tasks: Tasks;
  readonly holds: Holds;
  readonly ledger: Ledger;
  readonly tombstones: Tombstones;
  readonly asks: Pick<ProcessorAsks, "forget">;
  readonly duties: Pick<Duties, "put">;
  readonly clock: Clock;
  /** With which links in letters begin. */
  readonly pagesUrl: string;
}

/**
 * Ends a run that has its certificate: completed when nothing is left, else waiting for the day on which more can be
 * deleted. Whoever completed is told, and then their address and their id are forgotten.
 *
 * The letter comes before the end: a request that has ended is never taken up again, so a letter that was still owed
 * would be owed for ever. So does the end of its tasks, which nobody else would close. Killed between letter and end,
 * this sends none again; killed while it sends, it sends once more.
 *
 * @throws {RequestBusy} if the request kept changing; running the step again is safe.
 */
export async function concludeRequest(
  ports: ConcludeRequestPorts,
  step: Step,
  certificateKey: string,
): Promise<void> {
  const before = await ports.register.read(step.requestId);
  if (before && before.attempt === step.attempt && isOwnEnd(before, certificateKey)) return;

  const request = await runningRequest(ports.register, step);
  const { policy } = await policyOnRecord(ports.records, request.policyDigest);
  const progress = await ports.register.readStoreProgress(step.requestId);
  if (request.scope !== SEALING) await countWhatIsGone(ports.register, step.requestId, progress);
  const tombstone = await ports.tombstones.read(request.subjectRef, recordedScope(request));
  const end = await endOfScope(ports, step, { request, policy, progress, tombstone, certificateKey });
  const held = holdsMet(progress);
  const tomorrow = after(ports.clock.now(), WATCH_PERSON_EVERY_MS);
  if (end.state === "completed" && !isLookedAtAgain(request)) await tell(ports, request, policy, progress);
  await closeMootTasks(ports, { ...request, progress: end });
  await openTasksFor(ports, request, policy, progress);
  // What third parties call things is kept no longer than it is asked about.
  if (end.state === "completed" && !isDue(end)) await ports.asks.forget(step.requestId);
  await planLastCopy(ports, step);
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const running = await runningRequest(ports.register, step);
    // What holds keep is looked at tomorrow, should this end before it is sure that they still stand.
    const progressNow = held.length > 0 && end.state === "waiting" ? { ...end, dueAt: tomorrow } : end;
    const next = { ...running, evidencedAttempt: step.attempt, progress: progressNow };
    const stored = await ports.register.update(withoutSubjectIfEnded(next));
    const until = "dueAt" in end ? end.dueAt : undefined;
    if (stored) return until === undefined ? undefined : waitForHolds(ports, stored, held, until);
  }
  throw new RequestBusy(
    `Request ${step.requestId} kept changing while it was concluded: run the step again.`,
  );
}

/** A step that runs twice finds its own end. */
function isOwnEnd(request: ErasureRequest, certificateKey: string): boolean {
  const { progress } = request;
  if (progress.state === "waiting") return progress.certificateKey === certificateKey;
  return progress.state === "completed" && !isLookedAtAgain(request);
}

/**
 * What is sealed waits for two people, who has third parties asked for their answers, and what was erased is looked at
 * again: nothing that is sealed ever passes for late.
 */
async function endOfScope(
  ports: ConcludeRequestPorts,
  step: Step,
  run: Omit<SealedRun, "frozenAt"> & { readonly tombstone: Tombstone | undefined },
): Promise<Progress> {
  const { request, policy, progress, tombstone, certificateKey } = run;
  const now = ports.clock.now();
  if (request.scope === SEALING)
    return endWithSeal(ports, { ...run, frozenAt: tombstone?.erasedAt ?? now.toISOString() });
  const ended = endOf(now, policy, progress, certificateKey);
  const end =
    request.scope === "processors"
      ? await endWithAnswers(ports, step, certificateKey, ended)
      : lookedAtAgain(ended, { request, policy, tombstone, progress, now });
  return end.state === "completed" ? settledLater(ports, step, request, end) : end;
}

function endOf(
  now: Date,
  policy: Policy,
  progress: readonly StoreProgress[],
  certificateKey: string,
): Progress {
  const unfinished = storeSummaries(policy, progress).filter(({ left, retained }) => left + retained > 0);
  if (unfinished.length === 0) {
    const expiresAtEpochSeconds = ownRecordEndsAt(policy, "request", now);
    return { state: "completed", certificateKey, expiresAtEpochSeconds };
  }
  const lockEnd = firstLockEnd(progress);
  const tomorrow = after(now, WATCH_PERSON_EVERY_MS);
  const dueAt = lockEnd !== undefined && lockEnd > now.toISOString() ? lockEnd : tomorrow;
  return { state: "waiting", reason: reasonToWait(unfinished, progress, dueAt), dueAt, certificateKey };
}

/** What is left needs a person, and so does every date on which more can be deleted: somebody has to see that it is. */
async function openTasksFor(
  ports: ConcludeRequestPorts,
  request: ErasureRequest,
  policy: Policy,
  progress: readonly StoreProgress[],
): Promise<void> {
  const summaries = storeSummaries(policy, progress);
  const left = summaries.filter((store) => store.left > 0).map(({ id }) => id);
  if (left.length > 0) {
    const needs = `Find out why entries in ${left.join(", ")} cannot be deleted, and mend it or delete them by hand.`;
    await openTask(ports, "left-behind", request, needs);
  }
  const [review] = progress
    .flatMap(({ leftBehind }) => leftBehind)
    .flatMap(({ code, retainedUntil }) => (code === LEGAL_HOLD ? (retainedUntil ?? []) : []))
    .sort();
  if (review !== undefined) {
    const needs = `Say whether ${holdsMet(progress).join(", ")} still stands, and release what does not.`;
    await openTask(ports, "review-hold", request, needs, review);
  }
  const [lockEnd] = progress
    .flatMap(({ leftBehind }) => leftBehind)
    .flatMap(({ code, retainedUntil }) => (code === LEGAL_HOLD ? [] : (retainedUntil ?? [])))
    .sort();
  if (lockEnd === undefined) return;
  const needs = "See that what was under a lock was deleted when the lock had ended.";
  await openTask(ports, "lock-ends", request, needs, lockEnd);
}

function reasonToWait(
  unfinished: readonly StoreSummary[],
  progress: readonly StoreProgress[],
  dueAt: string,
): string {
  const each = unfinished.map(({ id, left, retained }) =>
    [
      left > 0 ? `${left} in ${id} could not be deleted` : "",
      retained > 0
        ? `${retained} in ${id} are ${retainedBy(progress.filter(({ storeId }) => storeId === id))}`
        : "",
    ]
      .filter((part) => part !== "")
      .join(", "),
  );
  return `${each.join("; ")}. It is tried again at ${dueAt}.`.slice(0, 500);
}

function retainedBy(progress: readonly StoreProgress[]): string {
  const listed = progress.flatMap(({ leftBehind }) => leftBehind);
  const isLocked = listed.some(
    ({ code, retainedUntil }) => code !== LEGAL_HOLD && retainedUntil !== undefined,
  );
  const holds = holdsMet(progress);
  const held = holds.length === 0 ? [] : [`held by ${holds.join(", ")} until released`];
  return [...(isLocked ? ["under a lock"] : []), ...held].join(" or ");
}

function withoutSubjectIfEnded(request: ErasureRequest): ErasureRequest {
  if (request.progress.state !== "completed" || isDue(request.progress)) return request;
  const { subjectId: _subject, itemId: _item, ...rest } = request;
  return rest;
}

/** Says whether what has completed is looked at again, for which its ids are needed. */
function isDue({ lateWrites, settling }: Completed): boolean {
  return lateWrites !== undefined || settling !== undefined;
}

async function tell(
  ports: ConcludeRequestPorts,
  request: ErasureRequest,
  policy: Policy,
  progress: readonly StoreProgress[],
): Promise<void> {
  const { requestId } = request;
  const contact = await ports.register.readContact(requestId);
  if (contact === undefined) return;
  const looked = await copiesLooked(ports.ledger, request);
  const copiesUntil = lastDayOfAll(looked?.stores ?? []);
  const answer = {
    ...((await answerTo(ports, policy, contact)) ?? IN_ENGLISH),
    ...(copiesUntil === undefined ? {} : { copiesUntil }),
  };
  const letter = completionLetter(policy, request, progress, ports.clock.now(), answer);
  const rightsRequestId = contact.asked?.rightsRequestId;
  const about = rightsRequestId === undefined ? { requestId } : { rightsRequestId };
  if (letter)
    await ports.letters.send({ to: contact.address, ...letter, about: { letter: "completed", ...about } });
  await ports.register.forgetContact(requestId);
}

/** Who asked by mail or form knows their request by its number, in their language, and follows it on a page. */
async function answerTo(
  ports: ConcludeRequestPorts,
  policy: Policy,
  { asked }: Contact,
): Promise<CompletionAnswer | undefined> {
  if (asked === undefined) return undefined;
  const { rightsRequestId, language } = asked;
  const expiresAt = statusShownUntil(policy, ports.clock.now());
  const token = { purpose: "status", rightsRequestId, isOfOwner: true, expiresAt } as const;
  return { language, number: rightsRequestId, statusLink: await makeLink(ports, ports, token) };
}
