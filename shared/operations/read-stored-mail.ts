import type { MailReading } from "../domain/mail/mail-as-read.ts";
import { READ_BYTES_MAX } from "../domain/mail/stored-mail.ts";
import type { MailReader, StoredMail } from "./ports.ts";

export interface ReadStoredMailPorts {
  readonly mails: Pick<StoredMail, "sizeOf" | "read">;
  readonly reader: MailReader;
}

/** Returns what stands in a mail; undefined if it is not there. What is too large is not even fetched. */
export async function readStoredMail(
  { mails, reader }: ReadStoredMailPorts,
  key: string,
): Promise<MailReading | undefined> {
  const bytes = await mails.sizeOf(key);
  if (bytes === undefined) return undefined;
  return bytes > READ_BYTES_MAX ? { read: false, why: "too-large" } : reader.read(await mails.read(key));
}
