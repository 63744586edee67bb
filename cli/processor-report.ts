import type { CertificateBody } from "../shared/domain/ledger/certificate.ts";
import type { Processor } from "../shared/domain/policy/processor.ts";
import type { ThingCounts } from "../shared/domain/processors/thing-counts.ts";
import type { VendorSetting } from "../shared/domain/processors/vendor-setting.ts";
import { gapAbout } from "../shared/operations/certify-answers.ts";
import { grouped, table } from "./terminal.ts";
import { wrapped } from "./wrapped.ts";

type CertifiedProcessor = NonNullable<CertificateBody["processors"]["outcomes"]>[number];

/** What the newest certificate says of one third party that may hold copies. */
export interface ProcessorReport {
  readonly id: string;
  /** Null if it was not asked, since no record says that it was sent anything this is about. */
  readonly outcome: CertifiedProcessor["outcome"] | null;
  /** What became of how many things; absent where a person asks. */
  readonly things?: ThingCounts;
  readonly answerOwedAt?: string;
  readonly answeredAt?: string;
  readonly until?: string;
  /** What it shows itself of how long it is set to keep things, or why that was not read. */
  readonly setting?: VendorSetting;
  /** What nobody here can know of it, in a sentence; null if the certificate says nothing of the kind. */
  readonly gap: string | null;
}

/** As wide as a line of help is. */
const WIDTH_CHARACTERS = 110;

/** Returns what a certificate says of each third party that may hold copies of what it is about. */
export function processorReports(
  elsewhere: readonly Processor[],
  { processors, gaps }: Pick<CertificateBody, "processors" | "gaps">,
): readonly ProcessorReport[] {
  return elsewhere.map((processor) => {
    const gap = gapAbout(processor, gaps) ?? null;
    const certified = processors.outcomes?.find(({ id }) => id === processor.id);
    if (!certified) return { id: processor.id, outcome: null, gap };
    const { retention: _inTheGap, evidenceHash: _inTheCertificate, ...rest } = certified;
    return { ...rest, gap };
  });
}

/** Returns the same as a table, and below it what nobody can know of each. */
export function processorsText(reports: readonly ProcessorReport[]): string {
  const counted = [
    ["asked", ({ asked }: ThingCounts) => asked],
    ["deleted", ({ deleted }: ThingCounts) => deleted],
    ["absent", ({ alreadyAbsent }: ThingCounts) => alreadyAbsent],
    ["unverified", ({ acceptedUnverified }: ThingCounts) => acceptedUnverified],
    ["kept", ({ agesOut, retained, notPossible }: ThingCounts) => agesOut + retained + notPossible],
    ["open", ({ unanswered, withAPerson }: ThingCounts) => unanswered + withAPerson],
  ] as const;
  const rows = reports.map(({ id, outcome, things, until, answerOwedAt }) => [
    id,
    ...counted.map(([, of]) => (things === undefined ? "" : grouped(of(things)))),
    outcome ?? "not asked",
    dateOf({ outcome, until, answerOwedAt, open: things && things.unanswered + things.withAPerson }),
  ]);
  const heading = ["third party", ...counted.map(([name]) => name), "outcome", "date"];
  const gaps = reports.flatMap(({ gap }) => (gap === null ? [] : [`- ${gap}`]));
  return [table([heading, ...rows]), ...gaps.flatMap((gap) => hanging(gap))].join("\n");
}

/** Until when something stays there; else by when an answer is owed, if one is missing. */
function dateOf({
  outcome,
  until,
  answerOwedAt,
  open = 0,
}: {
  readonly outcome: ProcessorReport["outcome"];
  readonly until: string | undefined;
  readonly answerOwedAt: string | undefined;
  readonly open: number | undefined;
}): string {
  if (until !== undefined) return `until ${until.slice(0, 10)}`;
  const isOwed = open > 0 || outcome === "attestation-requested";
  return isOwed && answerOwedAt !== undefined ? `owed by ${answerOwedAt.slice(0, 10)}` : "";
}

function hanging(text: string): readonly string[] {
  return wrapped(text, WIDTH_CHARACTERS).map((line, at) => (at === 0 ? line : `  ${line}`));
}
