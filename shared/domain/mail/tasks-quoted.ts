import type { MailAsRead } from "./mail-as-read.ts";

const TASK = /(?<![0-9A-Za-z_])tsk_[0-9a-f]{26}(?![0-9A-Za-z_])/gu;
/** Somebody who answers several letters at once names a few; whoever names more makes us look for nothing. */
const QUOTED_MAX = 5;

/**
 * Returns the tasks that a mail names, each once: in its subject, in the names of the mails that it answers, or in what its
 * sender wrote. Anybody may name one: it says what the mail is about, and nothing of who sent it.
 */
export function tasksQuotedIn({
  subject,
  references,
  text,
}: Pick<MailAsRead, "subject" | "references" | "text">): readonly string[] {
  const found = [subject, ...references, text].flatMap((where) => where.match(TASK) ?? []);
  return [...new Set(found)].slice(0, QUOTED_MAX);
}
