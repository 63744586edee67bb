const DAY_MS = 86_400_000;

/** Everything that only a person can do, or whose end only a person can see. */
export const TASK_KINDS = [
  "left-behind",
  "lock-ends",
  "keeps-failing",
  "approve-plan",
  "review-hold",
  "preserve-ends",
  "copy-sealed",
  "ask-processor",
  "processor-key",
  "dead-letter",
  "refuses-deletion",
  "look-at-mail",
  "reply-in-substance",
  "answer-request",
  "letter-not-sent",
  "copy-not-gone",
  "copy-not-declared",
  "restored-around",
  "restore-drill",
] as const;

export type TaskKind = (typeof TASK_KINDS)[number];

/**
 * When a task is due: so many days after it was opened, or earlier if what it is about is, or on the date of what
 * it is about.
 */
type DueRule = { readonly days: number; readonly orEarlier?: true } | { readonly onDateOf: string };

/**
 * How long a person has. An answer is owed within one month of the request (GDPR Art. 12(3)), and what is found in a
 * task may need a vendor or a deployment to be put right, so each leaves most of the month.
 */
export const DUE_RULES: Readonly<Record<TaskKind, DueRule>> = {
  /** Something withstood every pass: a weekend may lie between, a week must not. */
  "left-behind": { days: 3 },
  "lock-ends": { onDateOf: "the lock" },
  /** Three attempts failed over more than twenty minutes: what is broken is broken for others as well. */
  "keeps-failing": { days: 1 },
  /** A look at a table of counts. */
  "approve-plan": { days: 1 },
  "review-hold": { onDateOf: "the hold's review" },
  "preserve-ends": { onDateOf: "the end of preservation" },
  /** AWS deletes by age there whatever is sealed, what has a limit of a day first. */
  "copy-sealed": { days: 1 },
  "ask-processor": { onDateOf: "the answer that is owed" },
  /** Whoever asked has a date, and nothing is asked there until the key is right. */
  "processor-key": { days: 1 },
  /** The queue forgets after 14 days, so nothing is lost before a person has looked. */
  "dead-letter": { days: 1 },
  /** A promise is about to be broken, or is. */
  "refuses-deletion": { days: 1 },
  /** Nobody knows what it asks for, and a grievance is acknowledged in 24 hours: never later than what may be owed. */
  "look-at-mail": { days: 1, orEarlier: true },
  "reply-in-substance": { onDateOf: "the reply that is owed" },
  "answer-request": { onDateOf: "the answer that is owed" },
  /** Whoever waits for it hears nothing: it counts as given only when it arrives. */
  "letter-not-sent": { days: 1, orEarlier: true },
  /** Its published end has passed: each day it is there breaks a promise. */
  "copy-not-gone": { days: 1 },
  /** It may be somebody's only way back, so they have to be asked; a weekend may lie between. */
  "copy-not-declared": { days: 3 },
  /** The erased may be readable there, by whoever copied it. */
  "restored-around": { days: 1 },
  /** A morning's work that nothing waits for, until everything does. */
  "restore-drill": { days: 14 },
};

/** A task that is due on the date of something was opened without that date. */
export class TaskWithoutDate extends Error {
  override readonly name = "TaskWithoutDate";
}

/**
 * Returns when a task of a kind is due, ISO 8601 UTC.
 *
 * @param on the date of what it is about, for the kinds that have one.
 * @throws {TaskWithoutDate} if such a date is needed and was not given.
 */
export function taskDueAt(kind: TaskKind, openedAt: Date, on?: string): string {
  const rule = DUE_RULES[kind];
  if ("days" in rule) {
    const dueAt = new Date(openedAt.getTime() + rule.days * DAY_MS).toISOString();
    return rule.orEarlier && on !== undefined && on < dueAt ? on : dueAt;
  }
  if (on !== undefined) return on;
  throw new TaskWithoutDate(`A task ${kind} is due on the date of ${rule.onDateOf}: give it.`);
}
