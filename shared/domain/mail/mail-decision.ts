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
  | "right-not-offered"
  /** It names a letter of ours to a third party, and comes from somebody else. */
  | "answer-from-elsewhere"
  /** A third party answers what is closed by now, or once more than anybody answers. */
  | "answer-not-taken"
  /** A third party writes, and names no letter of ours. */
  | "from-a-third-party";

/** How a mail stands to what third parties were asked by letter, by what it says of itself. */
export type ThirdPartyMail =
  /** It names these tasks, and its sender has the domain that was asked about them. */
  | { readonly is: "reply"; readonly taskIds: readonly string[] }
  | { readonly is: "reply-from-elsewhere" }
  | { readonly is: "something-else" };

/** What is done about a mail. */
export type MailDecision =
  | { readonly do: "nothing"; readonly why: SilenceReason }
  | { readonly do: "let-a-person-look"; readonly why: LookReason }
  /** By a person there, or by a machine that says that something came in. */
  | { readonly do: "attach"; readonly taskIds: readonly string[]; readonly by: "person" | "machine" }
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
  /** Absent of all mail that has nothing to do with third parties. */
  readonly thirdParty?: ThirdPartyMail;
}

/**
 * Says what is done about a mail. Whatever is not certain is for a person; what may be forged gets no answer, since that
 * would go to whoever is named as its sender (RFC 3834).
 *
 * A mail that fails DMARC claims a sender whose domain disowns it. One without a verdict may be genuine: somebody looks.
 *
 * What a third party writes asks for no right, whatever it says, and gets no answer.
 */
export function decideMail({ verdicts, reading, arrivedAt, intent, thirdParty }: MailToDecide): MailDecision {
  if (verdicts.dmarc === "fail") return { do: "nothing", why: "not-from-whom-it-says" };
  // Kept from people's eyes by no filter: a request that is taken for spam is a request.
  if (verdicts.spam === "fail" || verdicts.virus === "fail") return look("spam-or-virus");
  if (!reading.read) return look(reading.why);
  const { kind, sender } = reading.mail;
  const isAutomaticReply = kind === "auto-reply" && thirdParty?.is === "reply";
  if (kind !== "ordinary" && !isAutomaticReply) return { do: "nothing", why: kind };
  if (verdicts.dmarc !== "pass") return look("not-authenticated");
  // Without a scan a virus is possible, and a person opens a mail with care.
  if (verdicts.virus !== "pass" || verdicts.spam !== "pass") return look("not-authenticated");
  if (reading.mail.isSignedInPart) return look("signed-in-part");
  if (isStale(reading.mail.dated, arrivedAt)) return look("stale");
  if (sender.kind === "doubtful") return look(sender.why);
  if (thirdParty) return ofThirdParty(thirdParty, isAutomaticReply ? "machine" : "person");
  if (intent === undefined || !intent.clear) return look(intent?.why ?? "nothing-recognised");
  return { do: "act", asked: intent.asked, language: intent.language, address: sender.address };
}

function ofThirdParty(mail: ThirdPartyMail, by: "person" | "machine"): MailDecision {
  switch (mail.is) {
    case "reply":
      return { do: "attach", taskIds: mail.taskIds, by };
    case "reply-from-elsewhere":
      return look("answer-from-elsewhere");
    case "something-else":
      return look("from-a-third-party");
  }
}

function look(why: LookReason): MailDecision {
  return { do: "let-a-person-look", why };
}
