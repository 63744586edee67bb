import { letterFor } from "../domain/letters/letter-for.ts";
import type { LetterSender, LetterText } from "../domain/letters/letter-values.ts";
import { recogniseIntent } from "../domain/mail/intent/recognise-intent.ts";
import { MAIL_LANGUAGES, type MailLanguage } from "../domain/mail/intent.ts";
import type { MailAsRead } from "../domain/mail/mail-as-read.ts";
import { wentToAPerson } from "../domain/mail/mail-outcome.ts";
import { addressReference } from "../domain/rights/address-reference.ts";
import { openTaskKey, type TaskCloser } from "../domain/tasks/task.ts";
import { type CloseTaskPorts, closeTask } from "./close-task.ts";
import { type MakeLinkPorts, makeLink } from "./make-link.ts";
import type { Correspondence, Letters, MailRecords, SubjectKeys } from "./ports.ts";
import { type ReadStoredMailPorts, readStoredMail } from "./read-stored-mail.ts";
import { LetterNotTaken } from "./reply-by-letter.ts";
import type { RightsService } from "./rights-service.ts";

const DAY_MS = 86_400_000;
/** Two weeks: a permission has to be signed by somebody else, and the mail that is asked about is kept for a month. */
const FORM_DAYS = 14;

export interface AskSenderPorts extends MakeLinkPorts, CloseTaskPorts, ReadStoredMailPorts {
  readonly mailRecords: Pick<MailRecords, "read">;
  readonly letters: Letters;
  readonly correspondence: Pick<Correspondence, "mayWriteOutside" | "isUndeliverable">;
  readonly subjectKeys: SubjectKeys;
}

/** Whose sender is asked, and as whom: a person has read the mail, and says who they are. */
export interface AskedSender {
  readonly mailId: string;
  readonly sender: LetterSender;
  /** Absent: as the mail is written, as far as that was recognised. */
  readonly language?: MailLanguage;
  readonly by: Extract<TaskCloser, { kind: "staff" }>;
}

/** Why nothing was written. */
export type AskRefusal =
  | "no-such-mail"
  | "not-for-a-person"
  | "not-authenticated"
  | "mail-gone"
  | "sender-not-clear"
  | "undeliverable"
  | "written-to-today";

export type Asking = { readonly asked: true } | { readonly asked: false; readonly because: AskRefusal };

/**
 * Sends whoever wrote for somebody else what is needed of them, with a form to write it into, and closes the task of
 * their mail: what comes back is a task of its own.
 *
 * It goes to the one address that DMARC vouches for, as an answer to that mail, and never to what a machine wrote. The
 * letter is counted before it is sent: killed in between, it can be sent a day later, for two on one day are worse.
 *
 * @throws {LetterNotTaken} if SES did not take it; the task stands.
 */
export async function askSender(
  ports: AskSenderPorts,
  service: RightsService,
  asked: AskedSender,
): Promise<Asking> {
  const found = await mailToAnswer(ports, asked.mailId);
  if (typeof found === "string") return { asked: false, because: found };
  const { mail, address } = found;
  const addressRef = addressReference(await ports.subjectKeys.current(), service.service, address);
  if (await ports.correspondence.isUndeliverable(addressRef))
    return { asked: false, because: "undeliverable" };
  if (!(await ports.correspondence.mayWriteOutside(addressRef, ports.clock.now())))
    return { asked: false, because: "written-to-today" };
  await send(ports, address, mail, asked.mailId, await words(ports, service, asked, mail));
  await closeTaskOf(ports, service, asked);
  return { asked: true };
}

async function mailToAnswer(
  ports: Pick<AskSenderPorts, "mailRecords" | "mails" | "reader">,
  mailId: string,
): Promise<AskRefusal | { readonly mail: MailAsRead; readonly address: string }> {
  const record = await ports.mailRecords.read(mailId);
  if (!record) return "no-such-mail";
  if (!wentToAPerson(record)) return "not-for-a-person";
  if (record.verdicts?.dmarc !== "pass") return "not-authenticated";
  const reading = await readStoredMail(ports, record.key);
  if (!reading) return "mail-gone";
  if (!reading.read) return "sender-not-clear";
  const { mail } = reading;
  // What was taken for spam was not looked at any further: a bounce may be among it.
  if (mail.kind !== "ordinary") return "not-for-a-person";
  return mail.sender.kind === "mailbox" ? { mail, address: mail.sender.address } : "sender-not-clear";
}

async function words(
  ports: AskSenderPorts,
  service: RightsService,
  { mailId, sender, language: wanted }: AskedSender,
  mail: MailAsRead,
): Promise<LetterText> {
  const { name, contact, languages } = service.policy.service;
  const own = MAIL_LANGUAGES.find((each) => languages.includes(each)) ?? "en";
  const language = wanted ?? recogniseIntent(mail).language ?? own;
  const validUntil = new Date(ports.clock.now().getTime() + FORM_DAYS * DAY_MS).toISOString();
  const link = await makeLink(ports, service, {
    ...{ purpose: "form", mailId, sender, language },
    expiresAt: validUntil,
  });
  return letterFor("form-needed", language, {
    service: name,
    contact,
    number: mailId,
    sender,
    link,
    validUntil,
  });
}

async function send(
  { letters }: Pick<AskSenderPorts, "letters">,
  to: string,
  { messageId, references }: MailAsRead,
  mailId: string,
  text: LetterText,
): Promise<void> {
  const answers = messageId === undefined ? {} : { answers: { messageId, references } };
  try {
    await letters.send({ to, ...text, ...answers, about: { letter: "form-needed", mailId } });
  } catch (cause) {
    throw new LetterNotTaken(`The letter about the mail ${mailId} was not taken.`, { cause });
  }
}

async function closeTaskOf(
  ports: CloseTaskPorts,
  { service, policy }: RightsService,
  { mailId, sender, by }: AskedSender,
): Promise<void> {
  const what = `The letter form-needed was sent, as to ${sender}: what comes back is a task of its own.`;
  const evidence = { what, reference: `mail ${mailId}` };
  const { about } = openTaskKey({ service, mailId, kind: "look-at-mail" });
  for (const { taskId } of await ports.tasks.openAbout(about))
    await closeTask(ports, taskId, { by, evidence, policy });
}
