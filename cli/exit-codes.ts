/** What the exit code of every command says. */
export const EXIT = {
  done: 0,
  /** Failed, or refused before any effect. */
  failed: 1,
  /** The command was not understood. */
  usage: 2,
  /** A person or a date is waited for. */
  waiting: 3,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The command was used in a way it does not allow; nothing was done. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Something the command needs is not there, or said no; the message says what to do. */
export class CommandFailed extends Error {
  override readonly name = "CommandFailed";
}
