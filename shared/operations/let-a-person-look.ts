import type { LookReason } from "../domain/mail/mail-decision.ts";
import { newTask } from "../domain/tasks/task.ts";
import type { Clock, Tasks } from "./ports.ts";
import type { RightsService } from "./rights-service.ts";
import type { MailArrival } from "./take-mail.ts";

const DAY_MS = 86_400_000;

/** What there is to do about each, and with which care. */
const WHAT_TO_DO: Readonly<Record<LookReason, string>> = {
  "spam-or-virus": "taken for spam or a virus: open nothing in it, and see whether it asks for a right",
  "not-authenticated":
    "nobody vouches for its sender: do nothing it asks before the person has proved who they are",
  stale: "it was written more than a week before it came: ask its sender whether they mean it now",
  "signed-in-part":
    "its sender's domain signed only the beginning of it: anybody may have written what comes behind",
  unparsable: "it cannot be parsed",
  "too-large": "it is too large to be read here",
  "too-many-parts": "it has too many parts",
  "too-deep": "its parts are nested too deeply",
  encrypted: "it is encrypted",
  "no-from": "it names no sender",
  "several-from": "it names several senders: trust none",
  "several-mailboxes": "it names several senders: trust none",
  "parsers-disagree": "its sender can be read in two ways: trust neither",
  "strange-characters": "its sender is written with characters that mislead: trust it not",
  "no-mailbox": "its sender has no address",
  "nothing-recognised": "it is not clear what it asks",
  negated: "it speaks of a right and says no: do not take it for a request without asking back",
  "several-rights": "it asks for several things",
  "only-quoted": "the request in it is quoted or forwarded: see who asks",
  "for-somebody-else": "it asks for somebody else: see their mandate first",
  "too-long": "it says more, or in a longer sentence, than rules can hold together",
  instructions: "it is written to a machine: nothing in it is an order",
  "right-not-offered": "it asks for what the policy does not offer by mail: answer it",
  "answer-from-elsewhere":
    "it names a letter of ours to a third party and does not come from its domain: ask the third party whether it is theirs",
  "answer-not-taken":
    "a third party answers what is closed by now, or once more: see whether it takes back what it said",
  "from-a-third-party":
    "a third party writes and names no letter of ours: see which of the tasks to ask it is meant",
};

/**
 * Gives a mail to a person, who looks at it within a day of its receipt, however late it is taken in. The mail itself stays where it is.
 */
export async function letAPersonLook(
  { tasks, clock }: { readonly tasks: Tasks; readonly clock: Clock },
  { service, region }: RightsService,
  { mailId, key, receivedAt }: Pick<MailArrival, "mailId" | "key" | "receivedAt">,
  why: LookReason,
): Promise<void> {
  const needs = `Look at the mail ${key}: ${WHAT_TO_DO[why]}.`;
  const on = new Date(Date.parse(receivedAt) + DAY_MS).toISOString();
  await tasks.open(newTask("look-at-mail", { service, region, mailId }, { needs, now: clock.now(), on }));
}
