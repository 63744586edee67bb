import { mailReader } from "../../../shared/adapters/mail/read-mail.ts";
import type { MailAsRead } from "../../../shared/domain/mail/mail-as-read.ts";

/** Where the service that reads is written to, and writes from. */
export const OWN_ADDRESS = "privacy@service.example";

/** Fields of a mail that a person sent; undefined leaves one out, and several values stand below each other. */
export type Fields = Readonly<Record<string, string | readonly string[] | undefined>>;

const PLAIN: Fields = {
  From: "Ada <ada@writer.example>",
  To: OWN_ADDRESS,
  Subject: "Privacy Request",
  "Message-ID": "<1@writer.example>",
  Date: "Mon, 02 Nov 2026 10:00:00 +0000",
  "MIME-Version": "1.0",
  "Content-Type": "text/plain; charset=utf-8",
};

/** Returns a mail with these fields instead of, or beside, those of a plain one. */
export function mailWith(fields: Fields, body = "Please delete my account."): Uint8Array {
  const lines = Object.entries({ ...PLAIN, ...fields }).flatMap(([name, values]) =>
    [values ?? []].flat().map((value) => `${name}: ${value}`),
  );
  return Buffer.from([...lines, "", ...body.split("\n")].join("\r\n"));
}

/** Returns a mail of parts, each of them its type (and more fields), an empty line and its body. */
export function multipart(subtype: string, parts: readonly string[], fields: Fields = {}): Uint8Array {
  const body = [...parts.map((part) => `--b1\n${part}`), "--b1--", ""].join("\n");
  return mailWith({ "Content-Type": `multipart/${subtype}; boundary=b1`, ...fields }, body);
}

/** Returns a mail as the service reads it, and fails where it cannot. */
export async function asRead(raw: Uint8Array): Promise<MailAsRead> {
  const reading = await mailReader({ ownAddresses: [OWN_ADDRESS] }).read(raw);
  if (!reading.read) throw new Error(`It is ${reading.why}.`);
  return reading.mail;
}
