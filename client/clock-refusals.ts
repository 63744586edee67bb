/** It could not be found out whether a thing may be read, so it may not. */
export class ReadabilityUnknown extends Error {
  override readonly name = "ReadabilityUnknown";

  constructor(store: string, options: ErrorOptions) {
    super(
      `Whether a thing in ${store} may be read could not be found out, so it may not: the cause says what failed; the role needs the managed policy of the output ClockClientPolicyArn.`,
      options,
    );
  }
}

/** A thing may not be read; no link was made. */
export class ReadingRefused extends Error {
  override readonly name = "ReadingRefused";

  constructor(store: string, because: string) {
    super(`A thing in ${store} is not to be read: ${because}.`);
  }
}

/** A link was asked for to something that has none; none was made. */
export class NotAnObject extends Error {
  override readonly name = "NotAnObject";

  constructor(store: string) {
    super(`There is no link to an item of a table: ${store} is one. Read it, and ask readable() before.`);
  }
}

/** An event is said to have happened when it cannot have; it was not sent. */
export class MomentRefused extends Error {
  override readonly name = "MomentRefused";

  constructor(because: string) {
    super(
      `The moment of an event is not believed: ${because}. Give the Date at which it happened, or leave it out.`,
    );
  }
}

/** What was given cannot be the id of a session; nothing was sent. */
export class InvalidSessionId extends Error {
  override readonly name = "InvalidSessionId";

  constructor() {
    super("This is not a session id: give 1 to 128 of the characters A-Z a-z 0-9 . _ and -, not only dots.");
  }
}

/** No rule ends anything with a session; nothing was sent. */
export class EndOnSessionUndeclared extends Error {
  override readonly name = "EndOnSessionUndeclared";

  constructor() {
    super("Nothing of this policy ends with a session: write earlierOn session-ended in a retention rule.");
  }
}

/** The policy has no retention rule for a category; no time was given. */
export class UnknownCategory extends Error {
  override readonly name = "UnknownCategory";

  constructor(known: readonly string[]) {
    super(`The policy has no retention rule for this category: it has ${known.join(", ")}.`);
  }
}

/** Events could not all be handed to the bus; whoever told them has to tell them again. */
export class EventsNotSent extends Error {
  override readonly name = "EventsNotSent";
  /** How many were not taken. */
  readonly notSent: number;

  constructor(notSent: number, of: number, because: string, options?: ErrorOptions) {
    super(
      `${notSent} of ${of} events were not taken by the event bus (${because}): tell them again. A lost one is found later, when the stores are listed.`,
      options,
    );
    this.notSent = notSent;
  }
}

/** Whether a thing was saved is not known: nothing but the answer `saved` says so. */
export class SavingRefused extends Error {
  override readonly name = "SavingRefused";

  constructor(statusCode: number, message: string | undefined) {
    super(
      message ??
        `The API answered ${statusCode}, so the thing counts as not saved: the role needs the managed policy of the output ClockClientPolicyArn.`,
    );
  }
}
