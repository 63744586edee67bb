import { answerLetter } from "../../local/mail/answer-letter.ts";
import { recordedMail } from "../../local/mail/local-mail.ts";
import { policyOnRecord } from "../../shared/operations/policy-on-record.ts";
import type { Context } from "../context.ts";
import { CommandFailed, EXIT, type ExitCode, UsageError } from "../exit-codes.ts";

/** How a third party that has no API answers. */
export interface DemoAnswerOptions {
  readonly text: string;
  readonly task?: string;
  readonly failDmarc?: boolean;
}

/** Domains that nobody can own (RFC 2606). */
const INVENTED = /\.example$/i;

/** Answers a letter on the embedded AWS in the place of the third party that it was written to. */
export async function demoAnswer(
  context: Context,
  id: string,
  { text, task, failDmarc = false }: DemoAnswerOptions,
): Promise<ExitCode> {
  const deployment = await context.deployment();
  const { endpoint } = deployment;
  if (deployment.where !== "embedded" || endpoint === undefined) {
    throw new UsageError("Invented answers belong on the embedded AWS only: leave --deployment out.");
  }
  const mail = recordedMail(deployment.home);
  if (!mail) throw new CommandFailed("No mail is taken here: start with npm start, and leave it running.");
  const { records } = await context.ports();
  const { policy } = await policyOnRecord(records, deployment.output("PolicyDigest"));
  const askAt = policy.processors.find((processor) => processor.id === id)?.askAt;
  if (askAt === undefined || !INVENTED.test(askAt)) {
    throw new CommandFailed(`The policy has no invented address at which "${id}" is asked.`);
  }
  const signed = failDmarc ? "by-nobody" : "as-the-vendor";
  const answered = await answerLetter({ endpoint }, mail, { askAt, text, taskId: task, signed });
  if (!answered) {
    throw new CommandFailed(`No such letter was written to ${askAt} yet: see ${mail.mailboxUrl}`);
  }
  const { mailId, letter } = answered;
  context.terminal.document({ mailId, answers: letter.Subject });
  context.terminal.result(`Answered "${letter.Subject}" as ${mailId}. Whether it counts says lethe tasks.`);
  return EXIT.done;
}
