import { recordedMail } from "../../local/mail/local-mail.ts";
import { sendDemoMail } from "../../local/mail/send-mail.ts";
import type { Context } from "../context.ts";
import { CommandFailed, EXIT, type ExitCode, UsageError } from "../exit-codes.ts";

/** A mail to be sent as an invented person. */
export interface DemoMailOptions {
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly failDmarc?: boolean;
}

/** Domains that nobody can own (RFC 2606), so that no real person's mail is written. */
const INVENTED = /^[^\s@<>,;]+@(?:[a-z0-9-]+\.)+example$/i;

/** Sends a mail to the service on the embedded AWS; never to anybody else. */
export async function demoMail(
  context: Context,
  { from, subject, text, failDmarc = false }: DemoMailOptions,
): Promise<ExitCode> {
  const deployment = await context.deployment();
  if (deployment.where !== "embedded") {
    throw new UsageError("Invented mail belongs on the embedded AWS only: leave --deployment out.");
  }
  if (!INVENTED.test(from)) {
    throw new UsageError(`${from} is no invented address: use one such as person-1@people.example.`);
  }
  const mail = recordedMail(deployment.home);
  if (!mail) {
    throw new CommandFailed("No mail is taken here: start with npm start, and leave it running.");
  }
  const { doorPort: port, contact: to, privateKeyPem, mailboxUrl } = mail;
  const signing = failDmarc ? {} : { privateKeyPem };
  const mailId = await sendDemoMail({ from, to, subject, text }, { port, ...signing });
  const { terminal } = context;
  terminal.document({ mailId, to, mailboxUrl });
  terminal.result(`Sent to ${to} as ${mailId}. What is answered can be read at ${mailboxUrl}`);
  return EXIT.done;
}
