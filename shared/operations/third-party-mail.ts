import { domainOf } from "../domain/mail/domain-of.ts";
import type { MailAsRead } from "../domain/mail/mail-as-read.ts";
import type { ThirdPartyMail } from "../domain/mail/mail-decision.ts";
import { tasksQuotedIn } from "../domain/mail/tasks-quoted.ts";
import type { Policy } from "../domain/policy/policy.ts";
import type { Tasks } from "./ports.ts";

/**
 * Returns how a mail stands to what third parties were asked by letter, by what it says of itself; undefined if it does not.
 * Whether it is from whom it says is not looked at here.
 */
export async function thirdPartyMailOf(
  { tasks }: { readonly tasks: Pick<Tasks, "read"> },
  { processors }: Pick<Policy, "processors">,
  mail: MailAsRead,
): Promise<ThirdPartyMail | undefined> {
  const domain = mail.sender.kind === "mailbox" ? domainOf(mail.sender.address) : undefined;
  const quoted = await Promise.all(tasksQuotedIn(mail).map((taskId) => tasks.read(taskId)));
  const about = quoted.flatMap((task) => (task?.asked ? [{ taskId: task.taskId, asked: task.asked }] : []));
  const theirs = about.filter(({ asked }) => asked.domain === domain);
  if (theirs.length > 0) return { is: "reply", taskIds: theirs.map(({ taskId }) => taskId) };
  if (about.length > 0) return { is: "reply-from-elsewhere" };
  const isOfOne = processors.some(({ askAt }) => askAt !== undefined && domainOf(askAt) === domain);
  return isOfOne ? { is: "something-else" } : undefined;
}
