import { setTimeout as pause } from "node:timers/promises";
import type { SubjectId } from "../../shared/domain/erasure/subject-id.ts";
import { addressOf } from "../demo/people.ts";
import type { LocalAws } from "../local-environment.ts";
import type { LocalMail } from "../mail/local-mail.ts";
import { type SentLetter, sentLetters } from "../mail/mailbox.ts";
import { sendDemoMail } from "../mail/send-mail.ts";

/** The slowest machine this runs on takes seconds for a letter and a minute for an erasure. */
const WAIT_MS = 180_000;
const LOOK_EVERY_MS = 500;

/** Something that a person could see was not as it must be. */
export class NotAsAsked extends Error {
  override readonly name = "NotAsAsked";
}

/** Where mail goes in, where letters come out, and who writes. */
export interface Correspondent {
  readonly aws: Pick<LocalAws, "endpoint">;
  readonly mail: LocalMail;
  readonly person: SubjectId;
}

/** Writes to the service as a person does, from the address on file. */
export function write(
  { mail, person }: Correspondent,
  {
    subject,
    text,
    from = addressOf(person),
  }: { readonly subject: string; readonly text: string; readonly from?: string },
): Promise<string> {
  const { doorPort: port, privateKeyPem, contact: to } = mail;
  return sendDemoMail({ from, to, subject, text }, { port, privateKeyPem });
}

/**
 * Returns the first letter to the person that has this in it, as soon as it is there.
 *
 * @throws {NotAsAsked} if none comes.
 */
export async function letterWith({ aws, person }: Correspondent, what: string): Promise<SentLetter> {
  return until(`a letter with ${what}`, async () => {
    const letters = await sentLetters(aws);
    return letters.find(({ To, BodyText }) => To.includes(addressOf(person)) && BodyText?.includes(what));
  });
}

/** Returns the link of a letter whose path has this in it. */
export function linkIn({ BodyText }: SentLetter, path: string): string {
  const link = BodyText?.match(/https?:\/\/[^\s<>]+/gu)?.find((one) => one.includes(path));
  if (link === undefined) throw new NotAsAsked(`There is no link to ${path} in the letter.`);
  return link;
}

/**
 * Opens a link as a mail scanner does, and then as a person who reads the page and presses its button.
 *
 * @returns the page that comes after the button.
 * @throws {NotAsAsked} if the page does not say beforehand that it is final.
 */
export async function confirm(link: string, finalWord: string): Promise<string> {
  const before = await (await fetch(link)).text();
  if (!before.includes(finalWord)) throw new NotAsAsked("The page does not say that deletion is final.");
  const answer = await fetch(link, { method: "POST", body: new URLSearchParams() });
  if (!answer.ok) throw new NotAsAsked(`The button of the page was answered ${answer.status}.`);
  return answer.text();
}

/** Returns what comes of looking again and again. */
export async function until<Found>(what: string, look: () => Promise<Found | undefined>): Promise<Found> {
  const givesUpAtMs = Date.now() + WAIT_MS;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > givesUpAtMs) throw new NotAsAsked(`There was no ${what} within ${WAIT_MS / 1000} s.`);
    await pause(LOOK_EVERY_MS);
  }
}
