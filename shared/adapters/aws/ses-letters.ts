import { randomUUID } from "node:crypto";
import { type SESClient, SendRawEmailCommand } from "@aws-sdk/client-ses";
import MailComposer from "nodemailer/lib/mail-composer";
import type { Letter, Letters } from "../../operations/ports.ts";

/** A line break here would begin another field of the header. */
const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;

/**
 * Returns letters that SES sends from one verified address, each saying that a machine wrote it.
 *
 * SES puts a Message-ID of its own in the place of ours; what a letter answers it leaves as it is.
 *
 * @param configurationSet by which bounces and complaints come back to us.
 * @see https://www.rfc-editor.org/rfc/rfc3834
 */
export function sesLetters(
  ses: SESClient,
  { from, configurationSet }: { readonly from: string; readonly configurationSet: string },
): Letters {
  return {
    async send(letter) {
      await ses.send(
        new SendRawEmailCommand({
          Source: from,
          Destinations: [letter.to],
          RawMessage: { Data: await new MailComposer(mimeOf(letter, from)).compile().build() },
          ConfigurationSetName: configurationSet,
          // What SES tells of a letter comes with them.
          Tags: Object.entries(letter.about).map(([Name, Value]) => ({ Name, Value })),
        }),
      );
    },
  };
}

function mimeOf({ to, subject, text, html, answers, thread: name }: Letter, from: string) {
  const domain = from.slice(from.indexOf("@") + 1);
  const thread = answers
    ? { inReplyTo: answers.messageId, references: [...answers.references, answers.messageId] }
    : name !== undefined && { references: [`<${name}@${domain}>`] };
  return {
    from: { name: "", address: from },
    // As one address: what looks like a list of them is none.
    to: { name: "", address: to },
    subject: subject.replaceAll(BREAKS, " ").trim(),
    messageId: `<${randomUUID()}@${domain}>`,
    ...thread,
    headers: { "Auto-Submitted": answers ? "auto-replied" : "auto-generated" },
    text,
    ...(html === undefined ? {} : { html }),
    // Nothing of a letter comes from a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
