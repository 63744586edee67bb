import { askSender } from "../api.ts";
import { staffNamed } from "../caller.ts";
import type { Context } from "../context.ts";
import { EXIT, type ExitCode, UsageError } from "../exit-codes.ts";

/** Options of `lethe mail ask`. */
export interface AskOptions {
  readonly sender: string;
  readonly language?: string;
  readonly as?: string;
}

/** What the path of an API takes as one part. */
const MAIL = /^[A-Za-z0-9_-]{1,200}$/;

/** Sends whoever wrote a mail for somebody else the letter that says what is needed of them. */
export async function askForForm(
  context: Context,
  mailId: string,
  { sender, language, as }: AskOptions,
): Promise<ExitCode> {
  if (!MAIL.test(mailId))
    throw new UsageError(`"${mailId}" is no mail: take it from lethe mail list --doubtful.`);
  const deployment = await context.deployment();
  const body = { sender, ...(language === undefined ? {} : { language }) };
  context.terminal.document(await askSender(deployment, staffNamed(deployment, as), mailId, body));
  context.terminal.result(
    "Asked: the letter is on its way, and the task of the mail is closed. What comes back is a task of its own.",
  );
  return EXIT.done;
}
