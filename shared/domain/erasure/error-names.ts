/**
 * Names of errors that the state machine tells apart. Classes in the code carry the same names, and one test
 * compares the two, because Step Functions matches on nothing else.
 */
export const ERROR_NAMES = {
  /** The request is not in a state that may run, or a newer attempt has taken over: stop, change nothing. */
  requestNotRunning: "RequestNotRunning",
  /** A store would have been touched for a subject that has no tombstone. */
  subjectNotFrozen: "SubjectNotFrozen",
  /** The policy a request was opened under is not on record. */
  policyNotOnRecord: "PolicyNotOnRecord",
} as const;

/** Errors for which trying again cannot help: they go to a person at once. */
export const NEVER_RETRIED = [
  ERROR_NAMES.requestNotRunning,
  ERROR_NAMES.subjectNotFrozen,
  ERROR_NAMES.policyNotOnRecord,
] as const;
