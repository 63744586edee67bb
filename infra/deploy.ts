import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { Command } from "commander";
import { PolicyUnreadable } from "../shared/adapters/policy-file.ts";
import { PolicyRefused } from "../shared/domain/policy/compile-policy.ts";
import { assertRealAws, DeploymentRefused, deployToAws } from "./deployment-plan.ts";
import { loadPolicy, PolicyNotFound } from "./load-policy.ts";

const ROOT = join(import.meta.dirname, "..");

const options = new Command("npm run deploy --")
  .description("Deploys the stacks of a policy to AWS, with the credentials of your environment.")
  .option("--policy <name>", "a file of policies/", "dream-portraits")
  .option("--yes-account <number>", "confirm the account without being asked")
  .option("--receipt-rule-set <name>", "the active rule set of SES, to which a rule for the contact is added")
  .option(
    "--pages-url <url>",
    "where a domain of your own leads to the public pages; letters link there, {region} stands for the region (default: the address of AWS)",
  )
  .addHelpText("after", "\nExample: AWS_PROFILE=production npm run deploy -- --policy dream-portraits")
  .parse()
  .opts<{ policy: string; yesAccount?: string; receiptRuleSet?: string; pagesUrl?: string }>();

try {
  assertRealAws(process.env);
  const { policy } = await loadPolicy(options.policy);
  const { id, contact, regions } = policy.service;
  await deployToAws(
    {
      policy: options.policy,
      service: id,
      lettersFrom: contact,
      regions,
      ...(options.yesAccount === undefined ? {} : { yesAccount: options.yesAccount }),
      ...(options.receiptRuleSet === undefined ? {} : { receiptRuleSet: options.receiptRuleSet }),
      ...(options.pagesUrl === undefined ? {} : { pagesUrl: options.pagesUrl }),
    },
    { account: () => accountOf(regions[0] ?? ""), ask: process.stdin.isTTY ? ask : undefined, cdk, say },
  );
} catch (error) {
  // What whoever deploys can mend is said without a stack trace.
  const mendable = [DeploymentRefused, PolicyRefused, PolicyNotFound, PolicyUnreadable];
  if (!(error instanceof Error) || !mendable.some((kind) => error instanceof kind)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function accountOf(region: string): Promise<string> {
  try {
    const { Account = "" } = await new STSClient({ region }).send(new GetCallerIdentityCommand({}));
    return Account;
  } catch (cause) {
    throw new DeploymentRefused(
      "AWS did not say whose credentials these are: sign in (aws sso login) or set AWS_PROFILE, and try again.",
      { cause },
    );
  }
}

async function ask(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await terminal.question(question);
  } finally {
    terminal.close();
  }
}

function cdk(args: readonly string[]): Promise<number> {
  const child = spawn(join(ROOT, "node_modules/.bin/cdk"), args, { cwd: ROOT, stdio: "inherit" });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
}

function say(line: string): void {
  console.log(line);
}
