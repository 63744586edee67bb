import type { CertificateBody } from "../domain/ledger/certificate.ts";
import { retentionText } from "../domain/policy/copies-elsewhere.ts";
import type { Processor } from "../domain/policy/processor.ts";
import type { ProcessorOutcome } from "./end-with-answers.ts";

type CertifiedProcessors = CertificateBody["processors"];

/** An account that stays open goes on sending. */
const STAYS_OPEN = "The account stays open, so the same can be sent to third parties again.";

/** Returns what a certificate says of third parties that people have to ask: never more than is on record of each. */
export function certifiedAnswers(
  elsewhere: readonly Processor[],
  outcomes: readonly ProcessorOutcome[],
): CertifiedProcessors {
  const received = outcomes.filter(isReceived).length;
  return {
    declared: elsewhere.length,
    statement:
      received === elsewhere.length
        ? `A person has asked each third party that may hold copies and put its answer on record: ${received} of ${received}.`
        : `A person has the task to ask each third party that may hold copies: ${received} of ${elsewhere.length} answers are on record. Whether the others were asked yet is not known.`,
    outcomes: outcomes.map(({ kind: _entry, processor: id, ...outcome }) => ({
      id,
      ...outcome,
      retention: retentionOf(elsewhere.find((one) => one.id === id)),
    })),
  };
}

/** Says whether each of them has answered; nobody to ask is no answer. */
export function haveAllAnswered(
  elsewhere: readonly Processor[],
  outcomes: readonly ProcessorOutcome[],
): boolean {
  return elsewhere.length > 0 && outcomes.filter(isReceived).length === elsewhere.length;
}

/** Returns in whole sentences what nobody here can know of what third parties hold. */
export function answerGaps(
  elsewhere: readonly Processor[],
  outcomes: readonly ProcessorOutcome[],
): readonly string[] {
  const each = outcomes.map((outcome) => {
    const one = elsewhere.find(({ id }) => id === outcome.processor);
    const [name, kept] = [one?.name ?? outcome.processor, retentionOf(one)];
    return isReceived(outcome)
      ? `${name} has answered, and nobody here can look into what it holds: ${kept}.`
      : `Of ${name} no answer is on record; one is owed by ${outcome.answerOwedAt}: ${kept}.`;
  });
  return [STAYS_OPEN, ...each];
}

function retentionOf(processor: Processor | undefined): string {
  if (processor === undefined) return "it is not declared any more";
  return [retentionText(processor), ...(processor.gap === undefined ? [] : [processor.gap])].join("; ");
}

function isReceived({ outcome }: ProcessorOutcome): boolean {
  return outcome === "attestation-received";
}
