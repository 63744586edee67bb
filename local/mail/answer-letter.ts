import type { LocalAws } from "../local-environment.ts";
import type { LocalMail } from "./local-mail.ts";
import { type SentLetter, sentLetters } from "./mailbox.ts";
import { sendDemoMail } from "./send-mail.ts";

/** What a third party that has no API answers, for which somebody at this machine stands in. */
export interface VendorAnswer {
  /** Where it is asked, and from where it answers. */
  readonly askAt: string;
  readonly text: string;
  /** Which letter; absent: the newest. */
  readonly taskId?: string | undefined;
  /** Without a signature, as somebody sends it who only pretends. */
  readonly signed: "as-the-vendor" | "by-nobody";
}

/**
 * Answers a letter that the service wrote to a third party, as the mail program of whoever reads it there would.
 *
 * @returns the letter, and the id that the door gave the answer; undefined if there is no such letter.
 */
export async function answerLetter(
  aws: Pick<LocalAws, "endpoint">,
  { doorPort: port, contact, privateKeyPem }: Pick<LocalMail, "doorPort" | "contact" | "privateKeyPem">,
  { askAt, text, taskId = "", signed }: VendorAnswer,
): Promise<{ readonly letter: SentLetter; readonly mailId: string } | undefined> {
  const letters = await sentLetters(aws);
  const letter = letters.find(({ To, Subject }) => To.includes(askAt) && Subject.includes(taskId));
  if (!letter) return undefined;
  const answer = { from: askAt, to: contact, subject: `Re: ${letter.Subject}`, text };
  const key = signed === "as-the-vendor" ? { privateKeyPem } : {};
  return { letter, mailId: await sendDemoMail(answer, { port, ...key }) };
}
