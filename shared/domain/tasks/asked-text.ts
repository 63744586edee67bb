import { type AskedByLetter, hasAnswered, lastAsked, replyToRead } from "./asked-by-letter.ts";
import type { Task } from "./task.ts";

/** Returns what was written to a third party about a task, and what came back, in sentences; undefined if nothing was. */
export function askedText({ asked }: Pick<Task, "asked">): string | undefined {
  if (!asked) return undefined;
  return [askedOn(asked), remindedOn(asked), answeredOn(asked), ...returnedOn(asked)].join(" ");
}

function askedOn(asked: AskedByLetter): string {
  const last = lastAsked(asked);
  return last ? `Asked by letter on ${last.sentAt}.` : "A letter is being sent.";
}

function remindedOn({ written }: AskedByLetter): string {
  const on = written.flatMap(({ letter, sentAt }) => (letter === "ask-processor" ? [] : (sentAt ?? [])));
  if (on.length === 0) return "Not reminded.";
  return `Reminded ${on.length === 1 ? "once" : `${on.length} times`}: ${on.join(", ")}.`;
}

function answeredOn(asked: AskedByLetter): string {
  const reply = replyToRead(asked);
  if (!reply) return "No answer yet.";
  if (!hasAnswered(asked) && reply.by === "machine") {
    return `A machine said on ${reply.receivedAt} that it came in (mail ${reply.mailId}); no answer yet.`;
  }
  const after = hasAnswered(asked) ? "" : " That was before it was asked last.";
  return `Its answer of ${reply.receivedAt} is to be read: lethe mail show ${reply.mailId} --text (sha256 ${reply.sha256}).${after}`;
}

function returnedOn({ returnedAt }: AskedByLetter): readonly string[] {
  return returnedAt === undefined ? [] : [`A letter came back on ${returnedAt}, so no more are sent.`];
}
