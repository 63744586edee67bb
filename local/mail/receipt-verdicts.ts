import { authenticate, type DNSResolver } from "mailauth";

/** A verdict of SES. */
export type SesStatus = "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED";

/** What SES says of a mail in its receipt, and the fields that it puts before it. */
export interface ReceiptVerdicts {
  readonly verdicts: Readonly<Record<`${"spam" | "virus" | "spf" | "dkim" | "dmarc"}Verdict`, SesStatus>>;
  /** Set only where DMARC failed, as in SES. */
  readonly dmarcPolicy?: string;
  readonly fields: string;
}

/** A mail as it comes in, and what its client said of itself. */
export interface IncomingMail {
  readonly raw: Buffer;
  readonly clientIp: string;
  readonly helo: string;
  /** Empty for a bounce. */
  readonly sender: string;
}

/**
 * Text by which anybody can try a scanner, and all that the one of this machine finds. The second is put together here,
 * or a scanner would find it in this file.
 *
 * @see https://spamassassin.apache.org/gtube/
 * @see https://www.eicar.org/download-anti-malware-testfile/
 */
const TEST_OF_SPAM = "XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X";
const TEST_OF_VIRUS = ["EICAR", "STANDARD", "ANTIVIRUS", "TEST", "FILE!"].join("-");

/** Returns the verdicts on a mail: SPF, DKIM and DMARC are computed, spam and virus are found by their test texts alone. */
export async function receiptVerdicts(
  mail: IncomingMail,
  { resolver, host }: { readonly resolver: DNSResolver; readonly host: string },
): Promise<ReceiptVerdicts> {
  const { raw, clientIp: ip, helo, sender } = mail;
  const found = await authenticate(raw, {
    ip,
    helo,
    sender,
    mta: host,
    resolver,
    // Neither is among the verdicts, and both would ask others.
    disableArc: true,
    disableBimi: true,
  });
  const dmarc = found.dmarc === false ? undefined : found.dmarc;
  const failed = dmarc?.status.result === "fail";
  return {
    verdicts: {
      spamVerdict: raw.includes(TEST_OF_SPAM) ? "FAIL" : "PASS",
      virusVerdict: raw.includes(TEST_OF_VIRUS) ? "FAIL" : "PASS",
      spfVerdict: found.spf === false ? "GRAY" : statusOf(found.spf.status.result),
      dkimVerdict: dkimStatus(found.dkim.results.map(({ status }) => status.result)),
      dmarcVerdict: dmarc === undefined ? "GRAY" : statusOf(dmarc.status.result),
    },
    ...(failed && dmarc ? { dmarcPolicy: dmarc.policy } : {}),
    fields: found.headers,
  };
}

/** One good signature is enough; a mail without any is not signed. */
function dkimStatus(results: readonly string[]): SesStatus {
  const statuses = results.map(statusOf);
  return statuses.find((status) => status === "PASS") ?? statuses[0] ?? "GRAY";
}

function statusOf(result: string): SesStatus {
  switch (result) {
    case "pass":
      return "PASS";
    case "fail":
      return "FAIL";
    case "temperror":
    case "permerror":
      return "PROCESSING_FAILED";
    default:
      return "GRAY";
  }
}
