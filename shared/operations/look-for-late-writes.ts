import type { StoreProgress } from "../domain/erasure/store-progress.ts";
import { storeSummaries } from "../domain/erasure/store-summary.ts";
import type { Tombstone } from "../domain/erasure/tombstone.ts";
import type { Policy } from "../domain/policy/policy.ts";
import {
  type Completed,
  type ErasureRequest,
  lookingAgain,
  type Progress,
} from "../domain/requests/erasure-request.ts";
import { canComeLate, lastLookFrom, lateWritesUntil, nextLookAt } from "../domain/requests/late-writes.ts";
import {
  after,
  nextTryAt,
  WATCH_PERSON_EVERY_MS,
  WATCH_RUN_EVERY_MS,
} from "../domain/requests/looked-at-again.ts";
import type { Chance, Clock, Executions, RequestRegister } from "./ports.ts";
import type { VerifiableStore } from "./verify-absence.ts";

export interface LateLookPorts {
  readonly register: RequestRegister;
  readonly executions: Executions;
  readonly storesFor: (request: ErasureRequest) => Promise<readonly VerifiableStore[]>;
  readonly clock: Clock;
  readonly chance: Chance;
}

/**
 * Looks whether something came in after an erasure had completed, by the code that verifies. What did is purged by
 * another execution of the same workflow, and so is the last look made, because it ends with a certificate.
 */
export async function lookForLateWrites(ports: LateLookPorts, request: ErasureRequest): Promise<void> {
  const { progress, subjectId } = request;
  if (progress.state !== "completed" || !progress.lateWrites || subjectId === undefined) return;
  const { lateWrites } = progress;
  if (lateWrites.look === "running") return watchLook(ports, request, progress);

  const now = ports.clock.now();
  if (now.toISOString() < lastLookFrom(lateWrites.until)) {
    const stores = await ports.storesFor(request);
    const counts = await Promise.all(stores.map(({ verifier }) => verifier.countRemaining(subjectId)));
    if (counts.every((count) => count === 0)) {
      const dueAt = nextLookAt(now, lateWrites.until);
      await ports.register.update({ ...request, progress: { ...progress, dueAt } });
      return;
    }
  }
  const looking = await ports.register.update({
    ...request,
    attempt: request.attempt + 1,
    progress: {
      ...progress,
      dueAt: after(now, WATCH_RUN_EVERY_MS),
      lateWrites: { ...lateWrites, look: "running" },
    },
  });
  if (looking) await ports.executions.start(looking);
}

/** As for a run that is not a look: one that was lost is started, one that ended without a word is made anew. */
export async function watchLook(
  ports: Omit<LateLookPorts, "storesFor">,
  request: ErasureRequest,
  progress: Completed,
): Promise<void> {
  const now = ports.clock.now();
  switch (await ports.executions.statusOf(request)) {
    case "absent":
      await ports.executions.start(request);
      break;
    case "ended":
      await ports.register.update({ ...request, progress: lookFailed(request, ports) ?? progress });
      return;
    case "running":
  }
  await ports.register.update({
    ...request,
    progress: { ...progress, dueAt: after(now, WATCH_RUN_EVERY_MS) },
  });
}

/**
 * Returns how a request stands whose look failed: completed as before, and looked at again when it may be mended; undefined
 * if it had not completed.
 */
export function lookFailed(
  { attempt, progress }: Pick<ErasureRequest, "attempt" | "progress">,
  { clock, chance }: Pick<LateLookPorts, "clock" | "chance">,
): Completed | undefined {
  return lookingAgain(progress, "due", nextTryAt(clock.now(), attempt, chance()));
}

/**
 * Returns how a request stands after a run that has its certificate, given how it would stand if nothing could come
 * late: what has completed stays so, and is looked at again until a look after the last permission found nothing.
 */
export function lookedAtAgain(
  end: Progress,
  facts: {
    readonly request: ErasureRequest;
    readonly policy: Policy;
    readonly tombstone: Tombstone | undefined;
    readonly progress: readonly StoreProgress[];
    readonly now: Date;
  },
): Progress {
  const { request, policy, tombstone, progress, now } = facts;
  const was = request.progress.state === "completed" ? request.progress : undefined;
  const completed = end.state === "completed" ? end : completedBefore(was, end);
  if (!completed) return end;
  const until =
    was?.lateWrites?.until ??
    (tombstone && lateWritesUntil(tombstone.erasedAt, policy.limits.longestWriteAccessMinutes));
  if (until === undefined || !canComeLate(request.scope) || progress.length === 0) return completed;
  if (end.state === "completed" && wasLastLook(progress, until)) {
    const { dueAt: _none, lateWrites: _over, ...over } = completed;
    return over;
  }
  const deletedBefore = was?.lateWrites?.deletedBefore ?? deletedIn(policy, progress);
  const dueAt = end.state === "completed" ? nextLookAt(now, until) : earliestOf(end, now);
  return { ...completed, dueAt, lateWrites: { until, deletedBefore, look: "due" } };
}

/** Returns how many entries of all stores are gone. */
export function deletedIn(policy: Policy, progress: readonly StoreProgress[]): number {
  return storeSummaries(policy, progress).reduce((sum, { deleted }) => sum + deleted, 0);
}

/**
 * Counts as deleted what was found and is verified absent: a process that dies between a deletion and its count leaves
 * it uncounted, and what comes late would pass for it.
 */
export async function countWhatIsGone(
  register: RequestRegister,
  requestId: string,
  progress: readonly StoreProgress[],
): Promise<void> {
  for (const { storeId, found, deletedByCall, left, verified } of progress) {
    const isEmpty = left === 0 && verified?.found === 0;
    if (isEmpty && found > deletedByCall)
      await register.addDeleted(requestId, storeId, found - deletedByCall);
  }
}

/** Says whether every store was looked into after the last permission to write had ended. */
export function wasLastLook(progress: readonly StoreProgress[], until: string): boolean {
  const from = lastLookFrom(until);
  return progress.every(({ verified }) => verified !== undefined && verified.at >= from);
}

/** What came late and cannot be deleted yet is named by its certificate; the request itself does not open again. */
function completedBefore(was: Completed | undefined, end: Progress): Completed | undefined {
  if (!was || end.state !== "waiting" || end.certificateKey === undefined) return undefined;
  return { ...was, certificateKey: end.certificateKey };
}

function earliestOf(end: Progress, now: Date): string {
  const tomorrow = after(now, WATCH_PERSON_EVERY_MS);
  return "dueAt" in end && end.dueAt !== undefined && end.dueAt < tomorrow ? end.dueAt : tomorrow;
}
