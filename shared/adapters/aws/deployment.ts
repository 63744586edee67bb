import { z } from "zod";

/** A setting of a function or command is missing or malformed; nothing was done. */
export class DeploymentIncomplete extends Error {
  override readonly name = "DeploymentIncomplete";
}

/** Physical names of everything Lethe itself owns, by the environment variable that carries each. */
export const DEPLOYMENT_VARIABLES = {
  service: "LETHE_SERVICE",
  region: "AWS_REGION",
  policyDigest: "LETHE_POLICY_DIGEST",
  requestsTable: "LETHE_REQUESTS_TABLE",
  tasksTable: "LETHE_TASKS_TABLE",
  tombstonesTable: "LETHE_TOMBSTONES_TABLE",
  holdsTable: "LETHE_HOLDS_TABLE",
  keysTable: "LETHE_KEYS_TABLE",
  dataKeysTable: "LETHE_DATA_KEYS_TABLE",
  wrappingKeyArn: "LETHE_WRAPPING_KEY_ARN",
  ledgerTable: "LETHE_LEDGER_TABLE",
  ledgerDays: "LETHE_LEDGER_DAYS",
  anchorsBucket: "LETHE_ANCHORS_BUCKET",
  recordsBucket: "LETHE_RECORDS_BUCKET",
  quarantineBucket: "LETHE_QUARANTINE_BUCKET",
  restoreRoleArn: "LETHE_RESTORE_ROLE",
  /** "yes" only on the embedded AWS, which has no recovery points: copies are buckets and tables of its own. */
  localCopies: "LETHE_LOCAL_COPIES",
  signingKeyArn: "LETHE_SIGNING_KEY_ARN",
  stateMachineArn: "LETHE_STATE_MACHINE_ARN",
  runsAtOnceMax: "LETHE_RUNS_AT_ONCE",
  undeliveredQueueUrl: "LETHE_UNDELIVERED_QUEUE",
  drainFunctionName: "LETHE_DRAIN_FUNCTION",
  disclosuresTable: "LETHE_DISCLOSURES_TABLE",
  cachedCopiesQueueUrl: "LETHE_CACHED_COPIES_QUEUE",
  lettersFrom: "LETHE_LETTERS_FROM",
  lettersSet: "LETHE_LETTERS_SET",
  mailBucket: "LETHE_MAIL_BUCKET",
  mailQueueUrl: "LETHE_MAIL_QUEUE",
  rightsTable: "LETHE_RIGHTS_TABLE",
  decisionsTable: "LETHE_DECISIONS_TABLE",
  pagesUrl: "LETHE_PAGES_URL",
  clockTable: "LETHE_CLOCK_TABLE",
  measurementsTable: "LETHE_MEASUREMENTS_TABLE",
  /** "yes" only on the embedded AWS: a caller may say with a header which member of staff they are. */
  localActors: "LETHE_LOCAL_ACTORS",
  /** "yes" only on the embedded AWS: stand-ins on this machine are asked, and no third party. */
  standIns: "LETHE_STAND_INS",
} as const;

/** Only on the embedded AWS: how much faster than real time its time runs, and since when, ISO 8601 UTC. */
export const TIME_VARIABLES = { scale: "LETHE_TIME_SCALE", origin: "LETHE_TIME_ORIGIN" } as const;

export type DeploymentSetting = keyof typeof DEPLOYMENT_VARIABLES;

/**
 * Returns one setting.
 *
 * @throws {DeploymentIncomplete} naming the variable, if it is not set.
 */
export function deploymentSetting(
  environment: Readonly<Record<string, string | undefined>>,
  setting: DeploymentSetting,
): string {
  const variable = DEPLOYMENT_VARIABLES[setting];
  const parsed = z.string().min(1).safeParse(environment[variable]);
  if (parsed.success) return parsed.data;
  throw new DeploymentIncomplete(
    `The environment variable ${variable} is not set; infra/functions.ts sets it for functions that are granted the port which needs it.`,
  );
}
