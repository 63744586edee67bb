import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { assertRealAws, DeploymentRefused, deployToAws } from "../../infra/deployment-plan.ts";

const ACCOUNT = "111111111111";
const WANTED = {
  policy: "dream-portraits",
  service: "dream-portraits",
  lettersFrom: "privacy@dream-portraits.example",
  regions: ["eu-central-1"],
};

describe("deploying to AWS", () => {
  it("deploys to the account that was typed, and to no other", async () => {
    const world = aws({ typed: ` ${ACCOUNT}\n` });
    await deployToAws(WANTED, world.ports);

    expect(world.asked).toEqual([
      `Deploy dream-portraits to account ${ACCOUNT}, region eu-central-1? Type the account number: `,
    ]);
    expect(world.ran).toEqual([expect.arrayContaining(["deploy", "eu-central-1/**", `account=${ACCOUNT}`])]);
    expect(world.said.join()).toContain("privacy@dream-portraits.example");
  });

  it("adds a rule to the rule set that was named, and to none otherwise", async () => {
    const world = aws({ typed: ACCOUNT });
    await deployToAws(WANTED, world.ports);
    await deployToAws({ ...WANTED, receiptRuleSet: "of-the-account" }, world.ports);
    expect(world.ran.map((args) => args.includes("receiptRuleSet=of-the-account"))).toEqual([false, true]);
  });

  it("makes letters link to the pages' address that was given, and to each region's own", async () => {
    const world = aws({ typed: ACCOUNT });
    await deployToAws({ ...WANTED, pagesUrl: "https://privacy.service.example/r" }, world.ports);
    const regions = ["eu-central-1", "us-east-1"];
    await deployToAws({ ...WANTED, regions, pagesUrl: "https://{region}.service.example" }, world.ports);
    await deployToAws(WANTED, world.ports);
    expect(world.ran.map((args) => args.find((arg) => arg.startsWith("pagesUrl=")))).toEqual([
      "pagesUrl=https://privacy.service.example/r",
      "pagesUrl=https://eu-central-1.service.example",
      "pagesUrl=https://us-east-1.service.example",
      undefined,
    ]);
  });

  it.each([
    "http://privacy.service.example",
    "https://privacy.service.example/",
    "https://privacy.service.example/?a",
    "https://name@service.example",
    "https://{zone}.service.example",
    "privacy.service.example",
  ])("asks for no account where links would begin with %s", async (pagesUrl) => {
    const world = aws({ typed: ACCOUNT });
    await expect(deployToAws({ ...WANTED, pagesUrl }, world.ports)).rejects.toThrow("Links cannot begin");
    expect([world.asked, world.ran]).toEqual([[], []]);
  });

  it("refuses one address for the pages of two regions", async () => {
    const world = aws({ typed: ACCOUNT });
    const regions = ["eu-central-1", "us-east-1"];
    const pagesUrl = "https://privacy.service.example";
    await expect(deployToAws({ ...WANTED, regions, pagesUrl }, world.ports)).rejects.toThrow("{region}");
    expect(world.ran).toEqual([]);
  });

  it("says of each option what it is for", async () => {
    const { stdout } = await promisify(execFile)(process.execPath, ["infra/deploy.ts", "--help"]);
    for (const option of ["--policy", "--yes-account", "--receipt-rule-set", "--pages-url <url>"])
      expect(stdout).toContain(option);
  });

  it.each(["", "yes", "111111111112"])("deploys nothing when %j is typed", async (typed) => {
    const world = aws({ typed });
    await expect(deployToAws(WANTED, world.ports)).rejects.toThrow(DeploymentRefused);
    expect(world.ran).toEqual([]);
  });

  it("needs the account as an option where nobody can be asked", async () => {
    const world = aws({});
    await expect(deployToAws(WANTED, world.ports)).rejects.toThrow(`--yes-account ${ACCOUNT}`);
    await expect(deployToAws({ ...WANTED, yesAccount: "222222222222" }, world.ports)).rejects.toThrow(
      "not confirmed",
    );
    expect(world.ran).toEqual([]);
    await deployToAws({ ...WANTED, yesAccount: ACCOUNT }, world.ports);
    expect(world.ran).toHaveLength(1);
  });

  it("stops at the region that failed", async () => {
    const world = aws({ typed: ACCOUNT, exitCode: 1 });
    const regions = ["eu-central-1", "us-east-1"];
    await expect(deployToAws({ ...WANTED, regions }, world.ports)).rejects.toThrow("in eu-central-1");
    expect(world.ran).toHaveLength(1);
  });

  it.each(["AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_S3"])("is refused while %s points elsewhere", (name) => {
    expect(() => assertRealAws({ [name]: "http://127.0.0.1:4566" })).toThrow(name);
    expect(() => assertRealAws({ AWS_PROFILE: "production" })).not.toThrow();
  });
});

function aws({ typed, exitCode = 0 }: { readonly typed?: string; readonly exitCode?: number }) {
  const asked: string[] = [];
  const ran: (readonly string[])[] = [];
  const said: string[] = [];
  const ask = async (question: string): Promise<string> => {
    asked.push(question);
    return typed ?? "";
  };
  const ports = {
    account: async () => ACCOUNT,
    ask: typed === undefined ? undefined : ask,
    cdk: async (args: readonly string[]) => {
      ran.push(args);
      return exitCode;
    },
    say: (line: string) => said.push(line),
  };
  return { asked, ran, said, ports };
}
