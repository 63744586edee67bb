import { existsSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { CloudFormationClient, DescribeStacksCommand, type Stack } from "@aws-sdk/client-cloudformation";
import { AlreadyExistsException, CreateReceiptRuleSetCommand, SESClient } from "@aws-sdk/client-ses";
import type { TimeScale } from "../shared/adapters/clock/scaled-time.ts";
import { runCdk } from "./cdk-command.ts";
import { type SynthesisedStack, stacksOf } from "./cloud-assembly.ts";
import { type Outputs, recordDeployment, recordedDeployment, recordOutputs } from "./deployed.ts";
import { LOCAL_ACCOUNT, LOCAL_CREDENTIALS, type LocalAws, REPOSITORY } from "./local-environment.ts";
import { readBack } from "./read-back.ts";
import { sourceDigest } from "./source-digest.ts";

/** A stack that was deployed is not there, or did not arrive. */
export class StackIncomplete extends Error {
  override readonly name = "StackIncomplete";
}

export interface LocalDeployment {
  readonly aws: LocalAws;
  /** Folder that keeps what was synthesised and deployed. */
  readonly home: string;
  /** A file of `policies`, without its ending. */
  readonly policy: string;
  /** Absent: time runs as it does everywhere. */
  readonly time?: TimeScale | undefined;
  readonly log: (line: string) => void;
  /** Stops what was started when it is aborted. */
  readonly signal?: AbortSignal;
  /** Another CDK app than the one of cdk.json, and its sources below the repository. */
  readonly app?: { readonly command: string; readonly sources: readonly string[] };
}

/** What a deployment did. */
export interface DeploymentReport {
  readonly outputs: Outputs;
  /** Names of the stacks that had changed and were deployed, in order. */
  readonly deployed: readonly string[];
  /** All of them, as they were synthesised. */
  readonly stacks: readonly SynthesisedStack[];
}

/** All that the templates and the bundled functions are made from. */
const SOURCES = ["infra", "functions", "shared", "policies", "cdk.json", "package-lock.json"];
const BOOTSTRAP_STACK = "CDKToolkit";
/** On AWS the account has one already, and others have rules in it. */
const RECEIPT_RULE_SET = "lethe-local";

/**
 * Makes the embedded AWS hold the stacks of a policy as they are now, and `outputs.json` their outputs. What
 * has not changed since the last time is neither synthesised nor deployed again.
 *
 * @throws {CdkFailed} with the end of what the CDK command said.
 * @throws {ReadBackDifference} if a setting of the template did not arrive.
 */
export async function deployLocally(deployment: LocalDeployment): Promise<DeploymentReport> {
  const home = resolve(deployment.home);
  mkdirSync(home, { recursive: true });
  const clients = cloudFormationClients(deployment.aws);
  const [synthesis, bootstrap] = await Promise.allSettled([
    synthesised(home, deployment),
    bootstrapped(home, deployment, deployment.aws.region, clients),
  ]);
  // Both have ended, so that nothing of a failed start still runs.
  if (synthesis.status === "rejected") throw synthesis.reason;
  if (bootstrap.status === "rejected") throw bootstrap.reason;
  const stacks = synthesis.value;
  for (const region of new Set(stacks.map((stack) => stack.region))) {
    if (region !== deployment.aws.region) await bootstrapped(home, deployment, region, clients);
  }
  const changed = await changedStacks(home, stacks, clients);
  if (changed.length > 0) {
    await receiptRuleSets(deployment, stacks);
    await deployStacks(home, deployment, changed);
  }
  for (const stack of changed) {
    await readBack({ aws: deployment.aws, stack });
    const recorded = recordedDeployment(home);
    recordDeployment(home, { ...recorded, stacks: { ...recorded.stacks, [stack.name]: stack.digest } });
  }
  const outputs = await outputsOf(stacks, clients);
  recordOutputs(home, outputs);
  return { outputs, deployed: changed.map(({ name }) => name), stacks };
}

/** Returns the stacks, from the last synth if nothing it was made from has changed. */
async function synthesised(
  home: string,
  { aws, policy, time, log, app, signal }: LocalDeployment,
): Promise<readonly SynthesisedStack[]> {
  const folder = join(home, "cdk.out");
  const sources = sourceDigest(REPOSITORY, app?.sources ?? SOURCES);
  const { synthesised: last } = recordedDeployment(home);
  const timeContext = time ? ["-c", `timeScale=${time.scale}`, "-c", `timeOrigin=${time.origin}`] : [];
  const { endpoint } = aws;
  const made = { policy, sources, time: timeContext.join(" "), endpoint };
  const current =
    last?.policy === policy &&
    last.sources === sources &&
    (last.time ?? "") === made.time &&
    last.endpoint === endpoint &&
    existsSync(join(folder, "manifest.json"));
  if (!current) {
    log("Synthesising the stacks ...");
    // Until it succeeds there is no synth to rely on.
    recordDeployment(home, { stacks: recordedDeployment(home).stacks });
    const appArguments = app ? ["--app", app.command] : [];
    await runCdk({
      aws,
      purpose: `Synthesising the policy ${policy}`,
      arguments: [
        // Every stack, else those of a Stage are not validated.
        ...["synth", "**"],
        "--quiet",
        "-c",
        `policy=${policy}`,
        "-c",
        "local=true",
        ...["-c", `receiptRuleSet=${RECEIPT_RULE_SET}`],
        ...["-c", `localEndpoint=${endpoint}`],
        ...timeContext,
        "-o",
        folder,
        ...appArguments,
      ],
      folder: REPOSITORY,
      logFile: join(home, "cdk-synth.log"),
      signal,
    });
    recordDeployment(home, { stacks: recordedDeployment(home).stacks, synthesised: made });
  }
  return stacksOf(folder);
}

/** Makes sure of the stack that CDK itself needs in a region. */
async function bootstrapped(
  home: string,
  { aws, log, signal }: LocalDeployment,
  region: string,
  clients: CloudFormationClients,
): Promise<void> {
  if (await stackNamed(BOOTSTRAP_STACK, clients(region))) return;
  log("Preparing the embedded AWS for CDK ...");
  await runCdk({
    aws: { ...aws, region },
    purpose: `Bootstrapping ${region}`,
    // Without an app, in a folder without cdk.json, nothing is synthesised for it.
    arguments: ["bootstrap", `aws://${LOCAL_ACCOUNT}/${region}`, "--app", ""],
    folder: home,
    logFile: join(home, "cdk-bootstrap.log"),
    signal,
  });
}

/** Returns the stacks that differ from what was deployed last, or are not there. */
async function changedStacks(
  home: string,
  stacks: readonly SynthesisedStack[],
  clients: CloudFormationClients,
): Promise<readonly SynthesisedStack[]> {
  const recorded = recordedDeployment(home).stacks;
  const changed = await Promise.all(
    stacks.map(async (stack) => {
      if (recorded[stack.name] !== stack.digest) return true;
      return !isComplete(await stackNamed(stack.name, clients(stack.region)));
    }),
  );
  return stacks.filter((_, index) => changed[index]);
}

/** Makes the rule set to which the stacks add a rule, in each region. */
async function receiptRuleSets({ aws }: LocalDeployment, stacks: readonly SynthesisedStack[]): Promise<void> {
  for (const region of new Set(stacks.map((stack) => stack.region))) {
    const ses = new SESClient({ endpoint: aws.endpoint, region, credentials: LOCAL_CREDENTIALS });
    try {
      await ses.send(new CreateReceiptRuleSetCommand({ RuleSetName: RECEIPT_RULE_SET }));
    } catch (error) {
      if (!(error instanceof AlreadyExistsException)) throw error;
    }
  }
}

/** One run of the CDK command for all of them: it keeps their order, and starting it takes seconds. */
async function deployStacks(
  home: string,
  { aws, log, signal }: LocalDeployment,
  stacks: readonly SynthesisedStack[],
): Promise<void> {
  const namedIn = (line: string) =>
    stacks.find(({ name, path }) => line.includes(name) || line.includes(path));
  let current = stacks[0]?.name ?? "";
  await runCdk({
    aws,
    purpose: "Deploying",
    arguments: [
      "deploy",
      ...stacks.map(({ path }) => path),
      ...[
        "--app",
        join(home, "cdk.out"),
        "--exclusively",
        "--require-approval",
        "never",
        "--progress",
        "events",
      ],
    ],
    folder: home,
    logFile: join(home, "cdk-deploy.log"),
    signal,
    onLine: (line) => {
      if (!line.includes(": deploying...")) return;
      current = namedIn(line)?.name ?? current;
      log(`Deploying ${current} ...`);
    },
  });
}

async function outputsOf(
  stacks: readonly SynthesisedStack[],
  clients: CloudFormationClients,
): Promise<Outputs> {
  const entries = stacks.map(async ({ name, region }) => {
    const stack = await stackNamed(name, clients(region));
    if (!isComplete(stack)) {
      throw new StackIncomplete(
        `The stack ${name} is ${stack?.StackStatus ?? "not there"} after its deployment. Start again with --fresh.`,
      );
    }
    const outputs = (stack?.Outputs ?? []).map(({ OutputKey, OutputValue }) => [
      OutputKey ?? "",
      OutputValue ?? "",
    ]);
    return [name, Object.fromEntries(outputs)] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

type CloudFormationClients = (region: string) => CloudFormationClient;

function cloudFormationClients({ endpoint }: LocalAws): CloudFormationClients {
  return (region) => new CloudFormationClient({ endpoint, region, credentials: LOCAL_CREDENTIALS });
}

/** Returns a stack, or undefined if there is none of this name: the API calls that a ValidationError. */
async function stackNamed(name: string, client: CloudFormationClient): Promise<Stack | undefined> {
  try {
    const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: name }));
    return Stacks?.[0];
  } catch (error) {
    if (error instanceof Error && error.name === "ValidationError") return undefined;
    throw error;
  }
}

function isComplete(stack: Stack | undefined): boolean {
  return stack?.StackStatus === "CREATE_COMPLETE" || stack?.StackStatus === "UPDATE_COMPLETE";
}
