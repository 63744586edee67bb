import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CloudFormationClient, DescribeStacksCommand } from "@aws-sdk/client-cloudformation";
import { defaultProvider } from "@aws-sdk/credential-provider-node";
import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from "@smithy/types";
import { z } from "zod";
import { LOCAL_CREDENTIALS } from "../local/local-environment.ts";
import { liveRun } from "../local/running.ts";
import type { TimeScale } from "../shared/adapters/clock/scaled-time.ts";
import { CommandFailed, UsageError } from "./exit-codes.ts";
import { awsHome, localHome } from "./state-home.ts";

/** A deployment that commands speak to. */
export interface Deployment {
  readonly where: "embedded" | "aws";
  readonly region: string;
  readonly endpoint: string;
  /** Settings for any client of the AWS SDK. */
  readonly clientConfig: ClientConfig;
  /** Folder for its public keys and certificates. */
  readonly home: string;
  /** Returns an output of its stacks. */
  output(name: OutputName): string;
  /** Returns how time runs there; undefined where it runs as it does everywhere. */
  readonly time?: TimeScale;
}

/** What a client of the AWS SDK is made with. */
export interface ClientConfig {
  readonly region: string;
  readonly endpoint?: string;
  readonly credentials: AwsCredentialIdentity | AwsCredentialIdentityProvider;
}

/** Outputs of the three stacks that commands use. */
export type OutputName =
  | "RequestsTable"
  | "HoldsTable"
  | "LedgerDays"
  | "LedgerTable"
  | "TasksTable"
  | "RightsTable"
  | "MailBucket"
  | "ClockTable"
  | "MeasurementsTable"
  | "TombstonesTable"
  | "ServiceBusName"
  | "WrappingKeyArn"
  | "ReconcileFunctionName"
  | "RestoreFunctionName"
  | "KeysTable"
  | "DisclosuresTable"
  | "UndeliveredQueueUrl"
  | "AnchorsBucket"
  | "RecordsBucket"
  | "StateMachineArn"
  | "ApiUrl"
  | "PolicyDigest"
  | "Service"
  | "Region";

const OutputsSchema = z.record(z.string(), z.record(z.string(), z.string()));
const STACKS = ["storage", "evidence", "erasure"] as const;

/**
 * Returns the deployment that is meant: the one on the embedded AWS that runs here, or one on AWS where that is asked
 * for by name. The first never falls through to the second.
 *
 * @throws {CommandFailed} if there is none, saying how to start one.
 */
export async function findDeployment(
  choice: { readonly deployment?: string; readonly policy: string },
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Deployment> {
  const where = choice.deployment ?? environment.LETHE_DEPLOYMENT ?? "embedded";
  switch (where) {
    case "embedded":
      return embeddedDeployment(localHome(environment));
    case "aws":
      return awsDeployment(choice.policy, environment);
    default:
      throw new UsageError(`There is no deployment "${where}": use embedded or aws.`);
  }
}

async function embeddedDeployment(home: string): Promise<Deployment> {
  const run = await liveRun(home);
  if (!run) {
    throw new CommandFailed("Nothing is running here: start it with `npm start`, and leave it running.");
  }
  const outputs = readOutputs(home);
  const { endpoint } = run;
  // Where the policy's stacks are, which need not be the region that the emulator was started with.
  const region = outputIn(outputs, "Region");
  return {
    where: "embedded",
    region,
    endpoint,
    home,
    clientConfig: { endpoint, region, credentials: LOCAL_CREDENTIALS },
    output: (name) => outputIn(outputs, name),
    ...timeIn(outputs),
  };
}

function readOutputs(home: string): Readonly<Record<string, string>> {
  try {
    const stacks = OutputsSchema.parse(JSON.parse(readFileSync(join(home, "outputs.json"), "utf8")));
    return Object.assign({}, ...Object.values(stacks));
  } catch (cause) {
    throw new CommandFailed(
      "The embedded AWS runs, but nothing is deployed on it yet: wait for `npm start`.",
      {
        cause,
      },
    );
  }
}

async function awsDeployment(
  policy: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Deployment> {
  const region = environment.AWS_REGION ?? environment.AWS_DEFAULT_REGION;
  if (!region) throw new UsageError("Say in which region: set AWS_REGION.");
  if (environment.AWS_ENDPOINT_URL) {
    throw new UsageError(
      "AWS_ENDPOINT_URL is set, so this would not be AWS: unset it, or leave --deployment aws out.",
    );
  }
  const credentials = defaultProvider();
  const cloudFormation = new CloudFormationClient({ region, credentials });
  const outputs: Record<string, string> = {};
  for (const part of STACKS) {
    const StackName = `lethe-${policy}-${part}`;
    const { Stacks } = await cloudFormation.send(new DescribeStacksCommand({ StackName }));
    for (const { OutputKey = "", OutputValue = "" } of Stacks?.[0]?.Outputs ?? [])
      outputs[OutputKey] = OutputValue;
  }
  return {
    where: "aws",
    region,
    endpoint: `https://${region}.amazonaws.com`,
    home: awsHome(policy),
    clientConfig: { region, credentials },
    output: (name) => outputIn(outputs, name),
  };
}

/** On AWS there is no such output. */
function timeIn({ TimeScale: scale, TimeOrigin: origin }: Readonly<Record<string, string>>) {
  return scale === undefined || origin === undefined ? {} : { time: { scale: Number(scale), origin } };
}

function outputIn(outputs: Readonly<Record<string, string>>, name: OutputName): string {
  const value = outputs[name];
  if (value !== undefined) return value;
  throw new CommandFailed(`The deployment has no output ${name}: deploy it again.`);
}
