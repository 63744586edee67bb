import type { Step } from "../domain/erasure/step.ts";
import type { StoreProgress } from "../domain/erasure/store-progress.ts";
import { firstLockEnd, type StoreSummary, storeSummaries } from "../domain/erasure/store-summary.ts";
import { ownRecordDays } from "../domain/policy/own-record-days.ts";
import type { Policy } from "../domain/policy/policy.ts";
import type { ErasureRequest, Progress } from "../domain/requests/erasure-request.ts";
import { after, WATCH_PERSON_EVERY_MS } from "../domain/requests/looked-at-again.ts";
import { RequestBusy } from "./open-request.ts";
import { policyOnRecord } from "./policy-on-record.ts";
import type { Clock, Letters, Records, RequestRegister } from "./ports.ts";
import { runningRequest } from "./running-request.ts";

const DAY_SECONDS = 86_400;
/** Only the watch writes to a request that runs, once a minute. */
const TRIES_MAX = 3;

export interface ConcludeRequestPorts {
  readonly register: RequestRegister;
  readonly records: Records;
  readonly letters: Letters;
  readonly clock: Clock;
}

/**
 * Ends a run that has its certificate: completed when nothing is left, else waiting for the day on which more can be
 * deleted. Whoever completed is told, and then their address and their id are forgotten.
 *
 * The letter comes before the end: a request that has ended is never taken up again, so a letter that was still owed
 * would be owed for ever. Killed between the two, this sends none again; killed while it sends, it may send two.
 *
 * @throws {RequestBusy} if the request kept changing; running the step again is safe.
 */
export async function concludeRequest(
  ports: ConcludeRequestPorts,
  step: Step,
  certificateKey: string,
): Promise<void> {
  const before = await ports.register.read(step.requestId);
  // A step that runs twice finds its own end.
  if (before?.progress.state === "completed" && before.attempt === step.attempt) return;

  const request = await runningRequest(ports.register, step);
  const { policy } = await policyOnRecord(ports.records, request.policyDigest);
  const progress = await ports.register.readStoreProgress(step.requestId);
  const end = endOf(ports.clock.now(), policy, progress, certificateKey);
  if (end.state === "completed") await tell(ports, step.requestId, policy);
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const running = await runningRequest(ports.register, step);
    if (await ports.register.update(withoutSubjectIfEnded({ ...running, progress: end }))) return;
  }
  throw new RequestBusy(
    `Request ${step.requestId} kept changing while it was concluded: run the step again.`,
  );
}

function endOf(
  now: Date,
  policy: Policy,
  progress: readonly StoreProgress[],
  certificateKey: string,
): Progress {
  const unfinished = storeSummaries(policy, progress).filter(({ left, retained }) => left + retained > 0);
  if (unfinished.length === 0) {
    const keptSeconds = ownRecordDays(policy, "request") * DAY_SECONDS;
    const expiresAtEpochSeconds = Math.floor(now.getTime() / 1000) + keptSeconds;
    return { state: "completed", certificateKey, expiresAtEpochSeconds };
  }
  const lockEnd = firstLockEnd(progress);
  const tomorrow = after(now, WATCH_PERSON_EVERY_MS);
  const dueAt = lockEnd !== undefined && lockEnd > now.toISOString() ? lockEnd : tomorrow;
  return { state: "waiting", reason: reasonToWait(unfinished, dueAt), dueAt, certificateKey };
}

function reasonToWait(unfinished: readonly StoreSummary[], dueAt: string): string {
  const each = unfinished.map(({ id, left, retained }) =>
    [
      left > 0 ? `${left} in ${id} could not be deleted` : "",
      retained > 0 ? `${retained} in ${id} are under a lock` : "",
    ]
      .filter((part) => part !== "")
      .join(", "),
  );
  return `${each.join("; ")}. It is tried again at ${dueAt}.`.slice(0, 500);
}

function withoutSubjectIfEnded(request: ErasureRequest): ErasureRequest {
  if (request.progress.state !== "completed") return request;
  const { subjectId: _forgotten, ...rest } = request;
  return rest;
}

async function tell(ports: ConcludeRequestPorts, requestId: string, policy: Policy): Promise<void> {
  const address = await ports.register.readContact(requestId);
  if (address === undefined) return;
  await ports.letters.send({
    to: address,
    subject: `${policy.service.name}: your account has been deleted`,
    text: [
      `The data of your account at ${policy.service.name} has been deleted, as you asked.`,
      "We looked again afterwards, in every place where we keep such data, and found nothing of it.",
      "",
      `The number of your request is ${requestId}. With it you can ask us for the signed certificate`,
      `of what was deleted: write to ${policy.service.contact}.`,
      "",
      "This address was kept only to send you this letter, and is forgotten now.",
    ].join("\n"),
  });
  await ports.register.forgetContact(requestId);
}
