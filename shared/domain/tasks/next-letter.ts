import { type AskedByLetter, type AskLetterName, hasAnswered, lastAsked } from "./asked-by-letter.ts";

const DAY_MS = 86_400_000;
/** Half of the time is what whoever has forgotten needs to do it all the same. */
const REMINDED_AT_SHARE = 0.5;
/** As long as a person needs to ask another way, by telephone or by the contract. */
const REMINDED_LAST_MS = 3 * DAY_MS;
/** Longer than the function that sends may run: whoever began earlier than that has died. */
export const ASK_IN_HAND_MS = 5 * 60_000;

/** What is to be written to a third party at a moment. */
export type NextLetter =
  | { readonly next: "write"; readonly letter: AskLetterName }
  /** ISO 8601 UTC. */
  | { readonly next: "wait"; readonly until: string }
  | { readonly next: "nothing" };

/**
 * Returns what is to be written about a task: the letter that asks, anew for what was recorded after it, and a reminder at
 * half of the time and when three days are left, unless it was answered or came back. Of reminders that an outage delayed
 * the last one is written, and none when the answer is overdue: from then on it is a person's.
 *
 * @param about `newest` is the record of the newest of the `things` to ask about, counted; `dueAt` when the answer is owed, ISO 8601 UTC.
 */
export function nextLetter(
  asked: AskedByLetter | undefined,
  about: { readonly newest: string; readonly things: number; readonly dueAt: string },
  now: Date,
): NextLetter {
  if (asked?.returnedAt !== undefined) return { next: "nothing" };
  const at = now.toISOString();
  const inHand = asked?.written.find(
    ({ sentAt, begunAt }) => sentAt === undefined && inHandUntil(begunAt) > at,
  );
  if (inHand) return { next: "wait", until: inHandUntil(inHand.begunAt) };
  const last = asked && lastAsked(asked);
  const { newest, things, dueAt } = about;
  if (!last || last.through < newest || last.things < things)
    return { next: "write", letter: "ask-processor" };
  if (hasAnswered(asked) || at >= dueAt) return { next: "nothing" };
  const reminders = remindersOf(last.sentAt ?? last.begunAt, dueAt);
  const due = reminders.findLast((one) => one.at <= at);
  const isWritten = asked.written.some(
    ({ letter, sentAt, begunAt }) =>
      letter === due?.letter && sentAt !== undefined && begunAt >= last.begunAt,
  );
  if (due && !isWritten) return { next: "write", letter: due.letter };
  const later = reminders.find((one) => one.at > at);
  return later ? { next: "wait", until: later.at } : { next: "nothing" };
}

/** Two, or one where half of the time leaves no more than three days. */
function remindersOf(
  askedAt: string,
  dueAt: string,
): readonly { readonly letter: AskLetterName; readonly at: string }[] {
  const [from, to] = [Date.parse(askedAt), Date.parse(dueAt)];
  if (to <= from) return [];
  const half = from + (to - from) * REMINDED_AT_SHARE;
  const last = Math.max(half, to - REMINDED_LAST_MS);
  const atHalf = { letter: "remind-processor", at: new Date(half).toISOString() } as const;
  if (last === half) return [atHalf];
  return [atHalf, { letter: "remind-processor-last", at: new Date(last).toISOString() }];
}

function inHandUntil(begunAt: string): string {
  return new Date(Date.parse(begunAt) + ASK_IN_HAND_MS).toISOString();
}
