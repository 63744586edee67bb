import type { ErasureRequest } from "./erasure-request.ts";

const MINUTE_MS = 60_000;

/** The drain comes each minute and takes 25 at a time: what is later than this was not moved on. */
const LATE_AFTER_MS = 5 * MINUTE_MS;
/** A second person has a day; see the task `approve-plan`. */
const APPROVAL_AFTER_MS = 24 * 60 * MINUTE_MS;
/** The largest erasures that were measured take minutes; one function may work for 15. */
const LONG_RUN_MS = 60 * MINUTE_MS;
/** Attempts that may fail before a person is asked: what was away for a moment is back by then. */
export const FAILURES_UNNOTICED_MAX = 2;

/** Why something does not go on. */
export type StuckKind =
  | "late"
  | "keeps-failing"
  | "waits-for-approval"
  | "runs-long"
  | "ended-without-a-word"
  | "paused"
  | "everything-paused"
  | "task-overdue"
  | "dead-letters"
  | "policy-missing"
  | "bindings-missing"
  | "key-missing"
  | "policy-differs"
  | "not-all-looked-at";

/** One thing that is stuck, in a line that names nobody. */
export interface Stuck {
  readonly kind: StuckKind;
  readonly requestId?: string;
  readonly taskId?: string;
  readonly why: string;
}

/** What is known of a request beside its record. */
export interface RequestFacts {
  /** When its plan was made, ISO 8601 UTC. */
  readonly planMadeAt?: string;
  /** When its attempt did its first step, ISO 8601 UTC. */
  readonly runningSince?: string;
  readonly execution?: "running" | "ended" | "absent";
}

/** Returns why a request does not go on; nothing for one that does, or for which nothing is to be done. */
export function stuckBecause(request: ErasureRequest, facts: RequestFacts, now: Date): readonly Stuck[] {
  const { requestId, progress, attempt } = request;
  const stuck = (kind: StuckKind, why: string): readonly Stuck[] => [{ kind, requestId, why }];
  if (!("dueAt" in progress) || progress.dueAt === undefined) return [];
  if (request.paused) return stuck("paused", `paused since ${request.paused.at}`);
  const late = isOlderThan(progress.dueAt, LATE_AFTER_MS, now)
    ? stuck("late", `${progress.state} and was due at ${progress.dueAt}`)
    : [];
  switch (progress.state) {
    case "waiting":
      return attempt > FAILURES_UNNOTICED_MAX && progress.waitsFor === undefined
        ? [...late, ...stuck("keeps-failing", `attempt ${attempt}: ${progress.reason}`)]
        : late;
    case "waiting-for-approval":
      return isOlderThan(facts.planMadeAt, APPROVAL_AFTER_MS, now)
        ? [...late, ...stuck("waits-for-approval", `its plan was made at ${facts.planMadeAt}`)]
        : late;
    case "running":
      return [...late, ...runTrouble(facts, attempt, now).flatMap(({ kind, why }) => stuck(kind, why))];
    default:
      return late;
  }
}

function runTrouble(
  { execution, runningSince }: RequestFacts,
  attempt: number,
  now: Date,
): readonly Pick<Stuck, "kind" | "why">[] {
  if (execution === "ended") {
    return [{ kind: "ended-without-a-word", why: `the run of attempt ${attempt} ended and said nothing` }];
  }
  return isOlderThan(runningSince, LONG_RUN_MS, now)
    ? [{ kind: "runs-long", why: `attempt ${attempt} runs since ${runningSince}` }]
    : [];
}

function isOlderThan(at: string | undefined, milliseconds: number, now: Date): boolean {
  return at !== undefined && now.getTime() - new Date(at).getTime() > milliseconds;
}
