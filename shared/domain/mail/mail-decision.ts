import type { Asked, Intent, IntentDoubt, MailLanguage } from "./intent.ts";
import type { MailKind, MailReading, SenderDoubt, Unreadable } from "./mail-as-read.ts";
import { isStale } from "./stale.ts";
import type { Verdicts } from "./verdicts.ts";

/** Why a mail is kept and nothing follows from it, not even an answer. */
export type SilenceReason = "not-from-whom-it-says" | Exclude<MailKind, "ordinary">;

/** Why a person looks at a mail. */
export type LookReason =
  | "spam-or-virus"
  | "not-authenticated"
  | "stale"
  | "signed-in-part"
  | Unreadable
  | SenderDoubt
  | IntentDoubt
  /** The policy offers no such right by mail. */
  | "right-not-offered";

/** What is done about a mail. */
export type MailDecision =
  | { readonly do: "nothing"; readonly why: SilenceReason }
  | { readonly do: "let-a-person-look"; readonly why: LookReason }
  | {
      readonly do: "act";
      readonly asked: Asked;
      readonly language: MailLanguage;
      /** Whose mailbox it comes from, by DMARC: control of the domain, not yet of the account. */
      readonly address: string;
    };

/** What is known of a mail when it is decided. */
export interface MailToDecide {
  readonly verdicts: Verdicts;
  readonly reading: MailReading;
  /** By the clock of the server that took it; absent if that is not known. */
  readonly arrivedAt?: string;
  /** Absent if it could not be read. */
  readonly intent?: Intent;
}

/**
 * Says what is done about a mail. Whatever is not certain is for a person; what may be forged gets no answer, since that
 * would go to whoever is named as its sender (RFC 3834).
 *
 * A mail that fails DMARC claims a sender whose domain disowns it. One without a verdict may be genuine: somebody looks.
 */
export function decideMail({ verdicts, reading, arrivedAt, intent }: MailToDecide): MailDecision {
  if (verdicts.dmarc === "fail") return { do: "nothing", why: "not-from-whom-it-says" };
  // Kept from people's eyes by no filter: a request that is taken for spam is a request.
  if (verdicts.spam === "fail" || verdicts.virus === "fail") return look("spam-or-virus");
  if (!reading.read) return look(reading.why);
  const { kind, sender } = reading.mail;
  if (kind !== "ordinary") return { do: "nothing", why: kind };
  if (verdicts.dmarc !== "pass") return look("not-authenticated");
  // Without a scan a virus is possible, and a person opens a mail with care.
  if (verdicts.virus !== "pass" || verdicts.spam !== "pass") return look("not-authenticated");
  if (reading.mail.isSignedInPart) return look("signed-in-part");
  if (isStale(reading.mail.dated, arrivedAt)) return look("stale");
  if (sender.kind === "doubtful") return look(sender.why);
  if (intent === undefined || !intent.clear) return look(intent?.why ?? "nothing-recognised");
  return { do: "act", asked: intent.asked, language: intent.language, address: sender.address };
}

function look(why: LookReason): MailDecision {
  return { do: "let-a-person-look", why };
}
