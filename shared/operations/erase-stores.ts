import { ERROR_NAMES } from "../domain/erasure/error-names.ts";
import { recordedScope } from "../domain/erasure/scope.ts";
import { laneOf, type Step } from "../domain/erasure/step.ts";
import type { StoreProgress } from "../domain/erasure/store-progress.ts";
import type { Clock, DeleteGate, Ledger, RequestRegister, StoreEraser, Tombstones } from "./ports.ts";
import { isRunBy, type RunningRequest, runningRequest } from "./running-request.ts";

/** Time to finish the batches in flight and to write down how far it came. */
const STOP_BEFORE_DEADLINE_MS = 60_000;

/** A store would have been touched for a person who has no tombstone; nothing was deleted. */
export class SubjectNotFrozen extends Error {
  override readonly name = ERROR_NAMES.subjectNotFrozen;
}

/** One or more stores could not be emptied to the end; the others were. */
export class StoresFailed extends Error {
  override readonly name = "StoresFailed";
}

/** A store that can be emptied of a person. */
export interface ErasableStore {
  readonly storeId: string;
  readonly eraser: StoreEraser;
}

export interface EraseStoresPorts {
  readonly register: RequestRegister;
  readonly tombstones: Tombstones;
  readonly stores: readonly ErasableStore[];
  readonly ledger: Ledger;
  readonly clock: Clock;
  /** Returns for how many milliseconds this process may go on. */
  readonly remainingMs: () => number;
}

/**
 * Empties every store of the person, all at once; what is gone already stays gone when it is run again.
 *
 * @returns `finished: false` if time ran out first: run it again.
 * @throws {SubjectNotFrozen} if the person has no tombstone.
 * @throws {StoresFailed} naming the stores that failed, after the others were worked to the end.
 */
export async function eraseStores(
  ports: EraseStoresPorts,
  step: Step,
): Promise<{ readonly finished: boolean }> {
  const request = await runningRequest(ports.register, step);
  if (!(await ports.tombstones.read(request.subjectRef, recordedScope(request)))) {
    throw new SubjectNotFrozen(`Request ${step.requestId} has no tombstone: freeze its subject first.`);
  }
  const begun = await ports.register.readStoreProgress(request.requestId);
  const ended = await Promise.allSettled(
    ports.stores.map((store) => eraseStore(ports, step, request, store, begun)),
  );
  const failed = ports.stores.filter((_, at) => ended[at]?.status === "rejected");
  if (failed.length > 0) {
    const causes = ended.flatMap((end) => (end.status === "rejected" ? [end.reason] : []));
    throw new StoresFailed(
      `These stores could not be emptied: ${failed.map(({ storeId }) => storeId).join(", ")}. The run tries again.`,
      { cause: causes.length === 1 ? causes[0] : new AggregateError(causes) },
    );
  }
  return { finished: ended.every((end) => end.status === "fulfilled" && end.value) };
}

/** Intent before, outcome after. */
async function eraseStore(
  ports: EraseStoresPorts,
  step: Step,
  request: RunningRequest,
  { storeId, eraser }: ErasableStore,
  begun: readonly StoreProgress[],
): Promise<boolean> {
  const lane = laneOf(step, storeId);
  const planned = begun.find((progress) => progress.storeId === storeId)?.found ?? 0;
  await ports.ledger.append(lane, request.subjectRef, { kind: "erase-intended", store: storeId, planned });
  const pass = await eraser.erase(request.subjectId, gateOf(ports, step), (deleted) =>
    ports.register.addDeleted(request.requestId, storeId, deleted),
  );
  await ports.register.recordLeft(request.requestId, storeId, pass);
  const { deleted, left, finished } = pass;
  await ports.ledger.append(lane, request.subjectRef, {
    kind: "erase-ended",
    store: storeId,
    deleted,
    left,
    finished,
  });
  return finished;
}

/** Looks at the request itself between batches, so that whatever takes it over stops this run. */
function gateOf(ports: EraseStoresPorts, step: Step): DeleteGate {
  return {
    mayDelete: async () => {
      if (ports.remainingMs() < STOP_BEFORE_DEADLINE_MS) return { proceed: false, reason: "time is up" };
      const now = await ports.register.read(step.requestId);
      return now && isRunBy(now, step)
        ? { proceed: true }
        : { proceed: false, reason: "the request no longer runs as this attempt" };
    },
  };
}
