import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** A local command was about to call AWS without an address on this machine; nothing was called. */
export class RealAwsUnguarded extends Error {
  override readonly name = "RealAwsUnguarded";
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Where an embedded AWS answers. */
export interface LocalAws {
  /** `http://127.0.0.1:PORT`. */
  readonly endpoint: string;
  readonly region: string;
}

/** The account that the embedded AWS answers for when the access key is this number. */
export const LOCAL_ACCOUNT = "000000000000";

/** The folder that holds package.json. */
export const REPOSITORY = join(dirname(fileURLToPath(import.meta.url)), "..");

/** Keys of the embedded AWS: the access key id is the account number; only of a link the secret is looked at, and this is it. */
export const LOCAL_CREDENTIALS = { accessKeyId: LOCAL_ACCOUNT, secretAccessKey: "test" } as const;

/**
 * Returns the whole environment of a program that may call the embedded AWS and nothing else: no profile,
 * no session token, no file of real credentials, and this project's own Node first in PATH.
 */
export function emulatedAwsEnvironment(aws: LocalAws, inherited: Environment = process.env) {
  return {
    ...plainEnvironment(inherited),
    AWS_ENDPOINT_URL: aws.endpoint,
    AWS_ACCESS_KEY_ID: LOCAL_CREDENTIALS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: LOCAL_CREDENTIALS.secretAccessKey,
    AWS_REGION: aws.region,
    AWS_DEFAULT_REGION: aws.region,
    AWS_CONFIG_FILE: "/dev/null",
    AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
    AWS_EC2_METADATA_DISABLED: "true",
    CDK_DISABLE_CLI_TELEMETRY: "true",
    CDK_DISABLE_VERSION_CHECK: "1",
  };
}

/** Returns PATH with this project's tools first, HOME and LANG: what any program needs and no secret. */
export function plainEnvironment(inherited: Environment = process.env) {
  return {
    PATH: [join(REPOSITORY, "node_modules", ".bin"), inherited.PATH ?? "/usr/bin:/bin"].join(delimiter),
    HOME: inherited.HOME ?? "/",
    LANG: inherited.LANG ?? "C.UTF-8",
  };
}

/**
 * Does nothing if every AWS call made under this environment stays on this machine.
 *
 * @throws {RealAwsUnguarded} naming the variable, if one is missing or leads elsewhere: the AWS SDK and the
 * CDK command call real AWS when no endpoint is set.
 */
export function assertLocalEndpoint(environment: Environment): void {
  for (const [variable, address] of Object.entries(environment)) {
    if (variable !== "AWS_ENDPOINT_URL" && !variable.startsWith("AWS_ENDPOINT_URL_")) continue;
    if (isOnThisMachine(address)) continue;
    throw new RealAwsUnguarded(
      `The variable ${variable} is not an address on http://127.0.0.1, so a local command would call something else. Unset it and start with npm start.`,
    );
  }
  if (environment.AWS_ENDPOINT_URL === undefined) {
    throw new RealAwsUnguarded(
      "The variable AWS_ENDPOINT_URL is not set, so a local command would call real AWS. Start the embedded AWS with npm start.",
    );
  }
  if ((environment.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS ?? "false").toLowerCase() === "false") return;
  throw new RealAwsUnguarded(
    "The variable AWS_IGNORE_CONFIGURED_ENDPOINT_URLS makes programs call real AWS in spite of AWS_ENDPOINT_URL. Unset it.",
  );
}

function isOnThisMachine(address: string | undefined): boolean {
  if (address === undefined || !URL.canParse(address)) return false;
  const { protocol, hostname, username } = new URL(address);
  return protocol === "http:" && hostname === "127.0.0.1" && username === "";
}
