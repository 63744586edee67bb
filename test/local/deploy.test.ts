import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import {
  CloudFormationClient,
  DeleteStackCommand,
  DescribeStacksCommand,
} from "@aws-sdk/client-cloudformation";
import { GetBucketLifecycleConfigurationCommand, S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CdkFailed } from "../../local/cdk-command.ts";
import { type DeploymentReport, deployLocally } from "../../local/deploy.ts";
import { recordedDeployment } from "../../local/deployed.ts";
import { type EmulatedAws, startEmulatedAws } from "../../local/emulated-aws.ts";
import { REPOSITORY } from "../../local/local-environment.ts";
import { ReadBackDifference } from "../../local/read-back.ts";
import { clientConfig } from "./gap-probes/probe.ts";
import { type TemporaryFolder, temporaryFolder } from "./temporary-folder.ts";

const APP = fileURLToPath(new URL("./tiny-app.ts", import.meta.url));

/** A folder with an embedded AWS, and an app whose bucket keeps photos for some days. */
interface Deployer {
  readonly aws: EmulatedAws;
  readonly said: string[];
  readonly home: TemporaryFolder;
  /** Deploys the app with this setting. */
  deploy(settings: unknown): Promise<DeploymentReport>;
  stop(): Promise<void>;
}

describe("a local deployment", () => {
  let deployer: Deployer;
  let first: DeploymentReport;

  beforeAll(async () => {
    deployer = await startDeployer([]);
    first = await deployer.deploy({ expirationDays: 30 });
  });
  afterAll(() => deployer.stop());

  const bucket = () => first.outputs["tiny-photos"]?.PhotosName ?? "";

  it("deploys every stack at first, and writes down the outputs", async () => {
    expect(first.deployed.toSorted()).toEqual(["tiny-notes", "tiny-photos"]);
    expect(Object.keys(first.outputs).toSorted()).toEqual(["tiny-notes", "tiny-photos"]);
    expect(await expirationDays(deployer.aws, bucket())).toBe(30);
    const written = readFileSync(join(deployer.home.path, "outputs.json"), "utf8");
    expect(JSON.parse(written)).toEqual(first.outputs);
  });

  it("does nothing when nothing has changed, and still knows the outputs", async () => {
    deployer.said.length = 0;
    expect(await deployer.deploy({ expirationDays: 30 })).toEqual({
      outputs: first.outputs,
      deployed: [],
      stacks: first.stacks,
    });
    expect(deployer.said).toEqual([]);
  });

  it("deploys the stack that has changed, and no other", async () => {
    const { deployed, outputs } = await deployer.deploy({ expirationDays: 7 });
    expect(deployed).toEqual(["tiny-photos"]);
    expect(outputs).toEqual(first.outputs);
    expect(await expirationDays(deployer.aws, bucket())).toBe(7);
  });

  it("deploys a stack again that vanished, without another synth", async () => {
    await removeStack(deployer.aws, "tiny-notes");
    deployer.said.length = 0;
    const { deployed } = await deployer.deploy({ expirationDays: 7 });
    expect(deployed).toEqual(["tiny-notes"]);
    expect(deployer.said).toEqual(["Deploying tiny-notes ..."]);
  });

  it("says what an app that fails said, and takes nothing from an earlier synth afterwards", async () => {
    const failing = deployer.deploy({ expirationDays: "a week" });
    await expect(failing).rejects.toThrow(CdkFailed);
    await expect(failing).rejects.toThrow(/Synthesising the policy tiny failed[\s\S]*expirationDays/);
    expect(recordedDeployment(deployer.home.path).synthesised).toBeUndefined();

    expect((await deployer.deploy({ expirationDays: 7 })).deployed).toEqual([]);
  });
});

describe("a local deployment whose settings do not arrive", () => {
  it("fails with the resource and the setting, every time", async () => {
    const deployer = await startDeployer(["bucket_settings"]);
    try {
      const difference =
        /The stack tiny-photos was deployed, but not as its template says:\nPhotos \(tiny-photos-photos-\S+\): lifecycle: wanted \["\{\\"days\\":30,.*, found none\n/;

      const failing = deployer.deploy({ expirationDays: 30 });
      await expect(failing).rejects.toThrow(ReadBackDifference);
      await expect(failing).rejects.toThrow(difference);

      expect(Object.keys(recordedDeployment(deployer.home.path).stacks)).not.toContain("tiny-photos");
      expect(existsSync(join(deployer.home.path, "outputs.json"))).toBe(false);
      await expect(deployer.deploy({ expirationDays: 30 })).rejects.toThrow(difference);
    } finally {
      await deployer.stop();
    }
  });
});

async function startDeployer(gapsLeftOpen: readonly string[]): Promise<Deployer> {
  const home = temporaryFolder();
  const settings = join(home.path, "settings.json");
  const said: string[] = [];
  const log = (line: string) => {
    said.push(line);
  };
  const aws = await startEmulatedAws({ home: home.path, gapsLeftOpen, log });
  return {
    aws,
    said,
    home,
    deploy: (content) => {
      writeFileSync(settings, JSON.stringify(content));
      const app = {
        command: `node "${APP}" "${settings}"`,
        sources: [APP, settings].map((file) => relative(REPOSITORY, file)),
      };
      return deployLocally({ aws, home: home.path, policy: "tiny", log, app });
    },
    stop: async () => {
      await aws.stop();
      home.remove();
    },
  };
}

async function expirationDays(aws: EmulatedAws, Bucket: string): Promise<number | undefined> {
  const s3 = new S3Client(clientConfig(aws));
  const { Rules } = await s3.send(new GetBucketLifecycleConfigurationCommand({ Bucket }));
  return Rules?.[0]?.Expiration?.Days;
}

async function removeStack(aws: EmulatedAws, StackName: string): Promise<void> {
  const cloudFormation = new CloudFormationClient(clientConfig(aws));
  await cloudFormation.send(new DeleteStackCommand({ StackName }));
  const describeStack = async () => {
    const { Stacks } = await cloudFormation.send(new DescribeStacksCommand({}));
    return Stacks?.find((stack) => stack.StackName === StackName)?.StackStatus;
  };
  await expect.poll(describeStack, { timeout: 15_000 }).toBeOneOf([undefined, "DELETE_COMPLETE"]);
}
