import { namesRegion, pagesUrlOf } from "./pages-url.ts";

/** What is known of an AWS account before anything is deployed to it. */
export interface DeploymentPorts {
  /** Returns the account that the credentials belong to, as STS says. */
  readonly account: () => Promise<string>;
  /** Asks on the terminal; undefined if nobody can be asked. */
  readonly ask: ((question: string) => Promise<string>) | undefined;
  /** Runs the CDK command with these arguments and returns its exit code. */
  readonly cdk: (args: readonly string[]) => Promise<number>;
  readonly say: (line: string) => void;
}

/** What is to be deployed. */
export interface WantedDeployment {
  readonly policy: string;
  readonly service: string;
  readonly lettersFrom: string;
  readonly regions: readonly string[];
  /** A rule set of SES in the account; absent: no mail is received. */
  readonly receiptRuleSet?: string;
  /** Where a domain of the service's own leads to the public pages; absent: the address that AWS gives them. */
  readonly pagesUrl?: string;
  /** The account as whoever starts this typed it, where nobody can be asked. */
  readonly yesAccount?: string;
}

/** Nothing was deployed; the message says why and what to do. */
export class DeploymentRefused extends Error {
  override readonly name = "DeploymentRefused";
}

/**
 * Throws unless this environment can only mean AWS itself.
 *
 * @throws {DeploymentRefused} naming the variable that points elsewhere.
 */
export function assertRealAws(environment: Readonly<Record<string, string | undefined>>): void {
  const elsewhere = Object.keys(environment).find((name) => /^AWS_ENDPOINT_URL(_|$)/.test(name));
  if (elsewhere === undefined) return;
  throw new DeploymentRefused(
    `${elsewhere} is set, so this would not reach AWS: unset it. For the embedded AWS run npm start.`,
  );
}

/**
 * Deploys the stacks of a policy after the account was confirmed by its number.
 *
 * @throws {DeploymentRefused} if it was not confirmed, or the CDK command failed.
 */
export async function deployToAws(wanted: WantedDeployment, ports: DeploymentPorts): Promise<void> {
  assertPagesUrl(wanted);
  const account = await ports.account();
  await confirm(wanted, account, ports);
  for (const region of wanted.regions) {
    const exitCode = await ports.cdk([
      ...["deploy", `${region}/**`, "--require-approval", "broadening"],
      ...["-c", `policy=${wanted.policy}`, "-c", `account=${account}`],
      ...(wanted.receiptRuleSet === undefined ? [] : ["-c", `receiptRuleSet=${wanted.receiptRuleSet}`]),
      ...(wanted.pagesUrl === undefined ? [] : ["-c", `pagesUrl=${pagesUrlOf(wanted.pagesUrl, region)}`]),
    ]);
    if (exitCode !== 0) {
      throw new DeploymentRefused(
        `The CDK command ended with ${exitCode} in ${region}: its lines above say why. A region that was never used needs cdk bootstrap first.`,
      );
    }
  }
  ports.say(
    [
      "Deployed. Two things are left to do by hand:",
      `  1. Verify ${wanted.lettersFrom} or its domain in SES, or people are not told.`,
      "  2. Look at it: npx lethe outputs --deployment aws",
    ].join("\n"),
  );
}

/** Before anything else: a link that leads nowhere is found out by people who were promised an answer. */
function assertPagesUrl({ pagesUrl, regions }: WantedDeployment): void {
  if (pagesUrl === undefined) return;
  if (regions.some((region) => pagesUrlOf(pagesUrl, region) === undefined)) {
    throw new DeploymentRefused(
      `Links cannot begin with ${pagesUrl}: give an https address without query, fragment and slash at the end.`,
    );
  }
  if (regions.length > 1 && !namesRegion(pagesUrl)) {
    throw new DeploymentRefused(
      `${pagesUrl} would be the address of the pages in ${regions.join(", ")}, and a link works only where it was made: write {region} into it.`,
    );
  }
}

async function confirm(
  { service, regions, yesAccount }: WantedDeployment,
  account: string,
  { ask }: DeploymentPorts,
): Promise<void> {
  const typed =
    yesAccount ??
    (await ask?.(
      `Deploy ${service} to account ${account}, region ${regions.join(", ")}? Type the account number: `,
    ));
  if (typed === undefined) {
    throw new DeploymentRefused(`Nobody can be asked here: confirm with --yes-account ${account}.`);
  }
  if (typed.trim() !== account) {
    throw new DeploymentRefused(
      `The credentials belong to account ${account}, which was not confirmed. Nothing was deployed.`,
    );
  }
}
