import { z } from "zod";

/** What SES found about a mail. */
const VERDICTS = ["spam", "virus", "spf", "dkim", "dmarc"] as const;

export type VerdictName = (typeof VERDICTS)[number];

/** `doubtful` is everything that is neither: GRAY, PROCESSING_FAILED, DISABLED, another word or none. */
export type Verdict = "pass" | "fail" | "doubtful";

export type Verdicts = Readonly<Record<VerdictName, Verdict>>;

/** The verdicts of a receipt, as SES writes them; what is missing or strange is doubtful, never an error. */
const ReceiptSchema = z.record(z.string(), z.unknown());
const StatusSchema = z.object({ status: z.string() });

/**
 * Returns the verdicts of the receipt that comes with the notification of a mail. Headers of the mail itself are never
 * asked: whoever sends it writes them.
 *
 * @param receipt `receipt` of the notification; anything at all is taken.
 * @see https://docs.aws.amazon.com/ses/latest/dg/receiving-email-notifications-contents.html
 */
export function verdictsOf(receipt: unknown): Verdicts {
  const given = ReceiptSchema.safeParse(receipt).data ?? {};
  const read = (name: VerdictName): Verdict => verdictOf(given[`${name}Verdict`]);
  return {
    spam: read("spam"),
    virus: read("virus"),
    spf: read("spf"),
    dkim: read("dkim"),
    dmarc: read("dmarc"),
  };
}

/** Only the exact word counts: another case is another word. */
function verdictOf(given: unknown): Verdict {
  const status = StatusSchema.safeParse(given).data?.status;
  if (status === "PASS") return "pass";
  return status === "FAIL" ? "fail" : "doubtful";
}
