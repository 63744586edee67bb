import { type SESClient, SendEmailCommand } from "@aws-sdk/client-ses";
import type { Letters } from "../../operations/ports.ts";

/** Returns letters that SES sends as plain text from one verified address. */
export function sesLetters(ses: SESClient, from: string): Letters {
  return {
    async send({ to, subject, text }) {
      await ses.send(
        new SendEmailCommand({
          Source: from,
          Destination: { ToAddresses: [to] },
          Message: {
            Subject: { Data: subject, Charset: "UTF-8" },
            Body: { Text: { Data: text, Charset: "UTF-8" } },
          },
        }),
      );
    },
  };
}
