import { LANE_TARGETS, laneOf, type Step } from "../domain/erasure/step.ts";
import type { EntryBody } from "../domain/ledger/entry.ts";
import type { ErasureRequest, Progress } from "../domain/requests/erasure-request.ts";
import { after } from "../domain/requests/looked-at-again.ts";
import type { Clock, Ledger, Tasks } from "./ports.ts";

/** An answer takes a vendor days; that it is on record is seen a quarter of an hour later at most. */
export const LOOK_FOR_ANSWERS_EVERY_MS = 15 * 60_000;

/** How asking one third party stood when an attempt looked. */
export type ProcessorOutcome = Extract<EntryBody, { kind: "processor-outcome" }>;

/** Returns what an attempt wrote down of each third party that has to be asked, in the order of the policy. */
export async function outcomesOf(
  ledger: Ledger,
  step: Pick<Step, "requestId" | "attempt">,
): Promise<readonly ProcessorOutcome[]> {
  const lane = await ledger.readLane(laneOf(step, LANE_TARGETS.processors));
  return lane.flatMap(({ body }) => (body.kind === "processor-outcome" ? [body] : []));
}

/**
 * Returns how a request stands that has third parties asked: it waits while one has not answered, by what its
 * certificate says, and ends as `ended` when all have.
 */
export async function endWithAnswers(
  ports: { readonly ledger: Ledger; readonly clock: Clock },
  step: Step,
  certificateKey: string,
  ended: Progress,
): Promise<Progress> {
  const outcomes = await outcomesOf(ports.ledger, step);
  const missing = outcomes.filter(({ outcome }) => outcome === "attestation-requested");
  if (missing.length === 0) return ended;
  const names = missing.map(({ processor }) => processor).join(", ");
  return {
    state: "waiting",
    reason: `People have to ask ${names}, and to put each answer on record: lethe tasks.`,
    dueAt: after(ports.clock.now(), LOOK_FOR_ANSWERS_EVERY_MS),
    certificateKey,
    waitsFor: { kind: "answers", missing: missing.length },
  };
}

/** Says whether an answer is on record that the certificate of the request does not know of. */
export async function hasNewAnswer(
  { tasks }: { readonly tasks: Tasks },
  { requestId, progress }: ErasureRequest,
): Promise<boolean> {
  if (progress.state !== "waiting" || progress.waitsFor?.kind !== "answers") return false;
  const open = await tasks.openAbout(requestId);
  return open.filter(({ kind }) => kind === "ask-processor").length < progress.waitsFor.missing;
}
