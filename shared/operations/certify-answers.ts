import type { CertificateBody } from "../domain/ledger/certificate.ts";
import { retentionText } from "../domain/policy/copies-elsewhere.ts";
import type { Processor } from "../domain/policy/processor.ts";
import type { AskedAgainBecause } from "../domain/processors/processor-ask.ts";
import { isUnanswered } from "../domain/processors/unsettled.ts";
import { settingText } from "../domain/processors/vendor-setting.ts";
import type { NotedOfProcessors, ProcessorOutcome } from "./end-with-answers.ts";

type CertifiedProcessors = CertificateBody["processors"];

/** What is known of third parties when a certificate is issued. */
export interface KnownOfProcessors extends NotedOfProcessors {
  /** Those that may hold copies, by the policy. */
  readonly elsewhere: readonly Processor[];
}

/** An account that stays open goes on sending. */
const STAYS_OPEN = "The account stays open, so the same can be sent to third parties again.";

/** Returns what a certificate says of third parties: never more than is on record of each. */
export function certifiedAnswers({ elsewhere, outcomes }: KnownOfProcessors): CertifiedProcessors {
  return {
    declared: elsewhere.length,
    statement: statementOf(elsewhere, outcomes),
    ...(outcomes.length === 0
      ? {}
      : {
          outcomes: outcomes.map(({ kind: _entry, because: _why, processor: id, ...outcome }) => ({
            id,
            ...outcome,
            retention: retentionOf(elsewhere.find((one) => one.id === id)),
          })),
        }),
  };
}

/** Returns in whole sentences what nobody here can know of what third parties hold. */
export function answerGaps(
  { elsewhere, outcomes, unattributed }: KnownOfProcessors,
  options: { readonly staysOpen: boolean },
): readonly string[] {
  const each = elsewhere.map((processor) => {
    const outcome = outcomes.find((one) => one.processor === processor.id);
    if (!outcome) return unaskedGap(processor);
    const { setting } = outcome;
    return [gapOf(processor, outcome), ...(setting ? [settingText(setting)] : [])].join(" ");
  });
  return [
    ...(options.staysOpen ? [STAYS_OPEN] : []),
    ...(unattributed > 0
      ? [
          `Of ${unattributed} things that were sent to third parties no record says of what they were made, so nobody was asked about them.`,
        ]
      : []),
    ...each,
  ];
}

/** Returns which of the sentences of a certificate says what nobody can know of a third party, if one does. */
export function gapAbout({ name }: Processor, gaps: readonly string[]): string | undefined {
  const beginnings = [
    `Of what ${name} was sent, `,
    `Of ${name} no answer `,
    `${name} has answered, `,
    `No record says that ${name} was sent `,
  ];
  return gaps.find((gap) => beginnings.some((beginning) => gap.startsWith(beginning)));
}

function statementOf(elsewhere: readonly Processor[], outcomes: readonly ProcessorOutcome[]): string {
  if (elsewhere.length === 0) return "The policy declares no processor that holds copies of this data.";
  if (outcomes.length > 0 && outcomes.every(({ things }) => things === undefined)) {
    return statementByPeople(elsewhere, outcomes);
  }
  const names = elsewhere.map(({ name }) => name).join(", ");
  if (outcomes.length === 0) {
    return `The policy declares processors that may hold copies: ${names}. None of them was asked, since no record says that it was sent anything this is about.`;
  }
  const answered = outcomes.filter((outcome) => !isUnanswered(outcome)).length;
  return `The policy declares processors that may hold copies: ${names}. Those that records say were sent something this is about were asked, ${outcomes.length} of ${elsewhere.length}; ${answered} of these have answered about all of it.`;
}

function statementByPeople(elsewhere: readonly Processor[], outcomes: readonly ProcessorOutcome[]): string {
  const received = outcomes.filter(({ outcome }) => outcome === "attestation-received").length;
  return received === elsewhere.length
    ? `A person has asked each third party that may hold copies and put its answer on record: ${received} of ${received}.`
    : `A person has the task to ask each third party that may hold copies: ${received} of ${elsewhere.length} answers are on record. Whether the others were asked yet is not known.`;
}

function gapOf(processor: Processor, outcome: ProcessorOutcome): string {
  const { name } = processor;
  const kept = retentionOf(processor);
  if (outcome.outcome === "attestation-received") {
    return `${name} has answered, and nobody here can look into what it holds: ${kept}.`;
  }
  if (outcome.outcome === "attestation-requested") {
    return `Of ${name} no answer is on record; one is owed by ${outcome.answerOwedAt}: ${kept}.`;
  }
  const { things } = outcome;
  const counts = [
    things && said(things.deleted, "it deleted, and a look by another call did not find them"),
    things && said(things.alreadyAbsent, "it does not have, as it says"),
    things && said(things.acceptedUnverified, "it says it deletes, and there is no way to look"),
    things &&
      said(
        things.agesOut,
        `are expected gone by ${outcome.until} by its own pages, and holds there may extend that`,
      ),
    things && said(things.retained, `it keeps until ${outcome.until} at least, by its own pages`),
    things && said(things.notPossible, "it has no way to delete"),
    things && said(things.unanswered, `it has not deleted yet: ${whyAgain(outcome.because ?? [])}`),
  ].filter((count) => count !== undefined);
  return `Of what ${name} was sent, ${counts.join("; ")}. What it holds besides, nobody here can know: ${kept}.`;
}

function said(count: number, what: string): string | undefined {
  return count === 0 ? undefined : `${count} ${what}`;
}

const WHY_AGAIN: Readonly<Record<AskedAgainBecause, string>> = {
  "not-asked-yet": "there was no time to ask about all of them",
  "job-runs": "it works on it",
  "still-there": "it said that it was done, and they were still there when looked at",
  unclear: "it was not reached or gave no clear answer",
  busy: "it wants to be asked later",
  locked: "something there stands against it",
  credentials: "our own key was refused or is missing, which is our fault and not theirs",
  held: "a legal hold of ours stands over them",
};

function whyAgain(because: readonly AskedAgainBecause[]): string {
  return `${because.map((one) => WHY_AGAIN[one]).join(", ")}; it is asked again`;
}

function unaskedGap(processor: Processor): string {
  return `No record says that ${processor.name} was sent anything this is about, so it was not asked; what the service did not record, nobody here can know: ${retentionOf(processor)}.`;
}

function retentionOf(processor: Processor | undefined): string {
  if (processor === undefined) return "it is not declared any more";
  return [retentionText(processor), ...(processor.gap === undefined ? [] : [processor.gap])]
    .join("; ")
    .replace(/\.$/u, "");
}
