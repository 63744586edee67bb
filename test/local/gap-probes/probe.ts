import { existsSync, readFileSync } from "node:fs";
import {
  CloudFormationClient,
  CreateStackCommand,
  DescribeStackResourcesCommand,
  DescribeStacksCommand,
  UpdateStackCommand,
} from "@aws-sdk/client-cloudformation";
import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { expect } from "vitest";
import { LOCAL_CREDENTIALS, type LocalAws } from "../../../local/local-environment.ts";
import type { BareEmbeddedAws } from "../../embedded-aws.ts";

/** One behaviour of AWS that stock MiniStack lacks, and how it shows. */
export interface GapProbe {
  /** The file of `local/emulator/gaps` that closes it, without its ending. */
  readonly gap: string;
  /** What is kept or done once it is closed; completes "it ...". */
  readonly fact: string;
  readonly probe: (aws: BareEmbeddedAws) => Promise<unknown>;
  /** What the probe sees on stock MiniStack. */
  readonly onStock: unknown;
  /** What it sees with the gap closed, as on AWS. */
  readonly closed: unknown;
}

type Resources = Readonly<Record<string, { readonly Type: string; readonly Properties: object }>>;

const STACK_LIMIT = { timeout: 30_000, interval: 50 } as const;

/** Creates a stack and returns the name that each of its resources was given, by its logical id. */
export async function createStack(aws: LocalAws, StackName: string, Resources: Resources) {
  const cloudFormation = new CloudFormationClient(clientConfig(aws));
  await cloudFormation.send(
    new CreateStackCommand({ StackName, TemplateBody: JSON.stringify({ Resources }) }),
  );
  await arrived(cloudFormation, StackName, "CREATE_COMPLETE");
  const { StackResources } = await cloudFormation.send(new DescribeStackResourcesCommand({ StackName }));
  const names = new Map(
    StackResources?.map(({ LogicalResourceId, PhysicalResourceId }) => [
      LogicalResourceId,
      PhysicalResourceId,
    ]),
  );
  return (logicalId: string) => names.get(logicalId) ?? "";
}

/** Creates a stack, and waits until it is there or has failed; a template that is refused at once makes none. */
export async function createStackOrNot(aws: LocalAws, StackName: string, Resources: Resources) {
  const cloudFormation = new CloudFormationClient(clientConfig(aws));
  const TemplateBody = JSON.stringify({ Resources });
  try {
    await cloudFormation.send(new CreateStackCommand({ StackName, TemplateBody }));
  } catch (error) {
    if (error instanceof Error && error.name === "ValidationError") return;
    throw error;
  }
  await expect
    .poll(() => statusOf(cloudFormation, StackName), STACK_LIMIT)
    .toMatch(/^(CREATE|ROLLBACK)_(COMPLETE|FAILED)$/);
}

/** Gives a stack another template. */
export async function updateStack(aws: LocalAws, StackName: string, Resources: Resources) {
  const cloudFormation = new CloudFormationClient(clientConfig(aws));
  await cloudFormation.send(
    new UpdateStackCommand({ StackName, TemplateBody: JSON.stringify({ Resources }) }),
  );
  await arrived(cloudFormation, StackName, "UPDATE_COMPLETE");
}

async function arrived(cloudFormation: CloudFormationClient, StackName: string, status: string) {
  await expect.poll(() => statusOf(cloudFormation, StackName), STACK_LIMIT).toBe(status);
}

async function statusOf(cloudFormation: CloudFormationClient, StackName: string) {
  const { Stacks } = await cloudFormation.send(new DescribeStacksCommand({ StackName }));
  return Stacks?.[0]?.StackStatus;
}

/** Returns a function of a template with its code in it. */
export function inlineFunction(code: string, properties: object = {}) {
  return {
    Type: "AWS::Lambda::Function",
    Properties: {
      Runtime: "nodejs24.x",
      Handler: "index.handler",
      Role: "arn:aws:iam::000000000000:role/any",
      Timeout: 30,
      Code: { ZipFile: code },
      ...properties,
    },
  };
}

/** Invokes a function and returns what it answered. */
export async function invoke(aws: LocalAws, FunctionName: string, event: unknown = {}) {
  const lambda = new LambdaClient({ ...clientConfig(aws), maxAttempts: 1 });
  const { Payload } = await lambda.send(new InvokeCommand({ FunctionName, Payload: JSON.stringify(event) }));
  return JSON.parse(Payload?.transformToString() ?? "null");
}

/** Code by which a function leaves lines for us: it runs on this machine, and may write to it. */
export const NOTES =
  'const note = (line) => require("node:fs").appendFileSync(process.env.NOTES_FILE, line + "\\n");';

/** Returns the lines that were left so far. */
export function linesOf(file: string): readonly string[] {
  return existsSync(file) ? readFileSync(file, "utf8").split("\n").slice(0, -1) : [];
}

/** Returns settings for any client of the AWS SDK. */
export function clientConfig({ endpoint, region }: LocalAws) {
  return { endpoint, region, credentials: LOCAL_CREDENTIALS };
}
