import { LANE_TARGETS, laneOf, type Step } from "../domain/erasure/step.ts";
import type { EntryBody } from "../domain/ledger/entry.ts";
import { isUnanswered, isUnsettled } from "../domain/processors/unsettled.ts";
import {
  attemptThatErased,
  type Completed,
  type ErasureRequest,
  type Progress,
} from "../domain/requests/erasure-request.ts";
import { after } from "../domain/requests/looked-at-again.ts";
import type { Clock, Ledger } from "./ports.ts";

/** An answer takes a vendor days; that it is on record is seen a quarter of an hour later at most. */
export const LOOK_FOR_ANSWERS_EVERY_MS = 15 * 60_000;

/** How asking one third party stood when an attempt looked. */
export type ProcessorOutcome = Extract<EntryBody, { kind: "processor-outcome" }>;

/** What an attempt wrote down of third parties. */
export interface NotedOfProcessors {
  /** Of each that has to be asked, in the order of the policy. */
  readonly outcomes: readonly ProcessorOutcome[];
  /** Things of which it could not say whether they are of what it erases. */
  readonly unattributed: number;
}

/** Returns what an attempt wrote down of third parties. */
export async function notedOfProcessors(
  ledger: Ledger,
  step: Pick<Step, "requestId" | "attempt">,
): Promise<NotedOfProcessors> {
  const lane = await ledger.readLane(laneOf(step, LANE_TARGETS.processors));
  const unattributed = lane.flatMap(({ body }) =>
    body.kind === "processors-asked" ? (body.unattributed ?? 0) : [],
  );
  return {
    outcomes: lane.flatMap(({ body }) => (body.kind === "processor-outcome" ? [body] : [])),
    unattributed: Math.max(0, ...unattributed),
  };
}

/** Returns what an attempt wrote down of each third party that has to be asked, in the order of the policy. */
export async function outcomesOf(
  ledger: Ledger,
  step: Pick<Step, "requestId" | "attempt">,
): Promise<readonly ProcessorOutcome[]> {
  return (await notedOfProcessors(ledger, step)).outcomes;
}

/**
 * Returns how a request stands that is about third parties alone: it waits while one has not answered, by what its
 * certificate says, and ends as `ended` when all have.
 */
export async function endWithAnswers(
  ports: { readonly ledger: Ledger; readonly clock: Clock },
  step: Step,
  certificateKey: string,
  ended: Progress,
): Promise<Progress> {
  const missing = (await outcomesOf(ports.ledger, step)).filter(isUnanswered);
  if (missing.length === 0) return ended;
  const byPerson = missing.filter(({ outcome }) => outcome === "attestation-requested");
  return {
    state: "waiting",
    reason: reasonToWait(missing, byPerson),
    dueAt: after(ports.clock.now(), LOOK_FOR_ANSWERS_EVERY_MS),
    certificateKey,
    waitsFor: { kind: "answers", missing: missing.length },
  };
}

function reasonToWait(missing: readonly ProcessorOutcome[], byPerson: readonly ProcessorOutcome[]): string {
  const names = (of: readonly ProcessorOutcome[]) => of.map(({ processor }) => processor).join(", ");
  const called = missing.filter((one) => !byPerson.includes(one));
  return [
    ...(byPerson.length > 0
      ? [`People have to ask ${names(byPerson)}, and to put each answer on record: lethe tasks.`]
      : []),
    ...(called.length > 0 ? [`${names(called)} has not done yet what it was asked; it is asked again.`] : []),
  ].join(" ");
}

/**
 * Returns how a request stands that has completed, given how it would stand without third parties: it stays so, and what
 * they say later, or have let go by the day they named, is certified once more.
 */
export async function settledLater(
  ports: { readonly ledger: Ledger; readonly clock: Clock },
  step: Step,
  request: ErasureRequest,
  end: Completed,
): Promise<Completed> {
  const { settling: _before, ...over } = end;
  if (end.lateWrites) return over;
  const now = ports.clock.now();
  const missing = (await outcomesOf(ports.ledger, step)).filter((one) => isUnsettled(one, now));
  if (missing.length === 0) return over;
  const was = request.progress.state === "completed" ? request.progress : undefined;
  const deletedBefore = was?.lateWrites?.deletedBefore ?? was?.settling?.deletedBefore;
  return {
    ...over,
    dueAt: after(now, LOOK_FOR_ANSWERS_EVERY_MS),
    settling: {
      missing: missing.length,
      erasedIn: attemptThatErased(request),
      ...(deletedBefore === undefined ? {} : { deletedBefore }),
      look: "due",
    },
  };
}
