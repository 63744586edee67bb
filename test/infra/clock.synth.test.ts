import { readFileSync } from "node:fs";
import { join } from "node:path";
import { App } from "aws-cdk-lib";
import { describe, expect, it } from "vitest";
import { functionRows } from "../../infra/functions.ts";
import { LetheStage } from "../../infra/lethe-stage.ts";
import { TimeNotScalable } from "../../infra/scaled-time.ts";
import { policy as dreamPortraits } from "../../policies/dream-portraits.ts";
import { TIME_VARIABLES } from "../../shared/adapters/aws/deployment.ts";
import { resourcesOf, synthesised } from "./synthesised.ts";

const RUNBOOK = readFileSync(join(import.meta.dirname, "../../docs/runbook.md"), "utf8");
/** Every published limit of a thing on the clock is longer than an event may wait, so nothing is forgotten before. */
const QUEUE_KEEPS_SECONDS = 14 * 86_400;

const { storage, erasure, evidence } = synthesised();
const text = (value: unknown) => JSON.stringify(value);

describe("what tells the clock", () => {
  it("is each bucket whose objects end by themselves, of every way to store one, and no other bucket", () => {
    const buckets = resourcesOf(storage, "AWS::S3::Bucket");
    const told = buckets.map(({ logicalId, Properties }) => [
      logicalId.replace(/[0-9A-F]{8}$/, ""),
      [...text(Properties.NotificationConfiguration ?? {}).matchAll(/"Event":"([^"]+)"/g)].map(
        ([, event]) => event,
      ),
    ]);
    expect(Object.fromEntries(told)).toEqual({
      photos: ["s3:ObjectCreated:*", "s3:ObjectRestore:Completed"],
      portraits: [],
    });
  });

  it("is each table whose items end by themselves, by keys alone: a copy of an item would outlive it", () => {
    const streams = resourcesOf(storage, "AWS::DynamoDB::Table").map(({ logicalId, Properties }) => [
      logicalId.replace(/[0-9A-F]{8}$/, ""),
      Properties.StreamSpecification,
    ]);
    expect(Object.fromEntries(streams)).toEqual({
      landmarks: { StreamViewType: "KEYS_ONLY" },
      catalogue: undefined,
    });
  });

  it("waits in queues that S3 of this account may write to, with dead letters after three receives, two weeks at most", () => {
    const queues = [...resourcesOf(storage, "AWS::SQS::Queue"), ...resourcesOf(erasure, "AWS::SQS::Queue")];
    const taken = queues.filter(({ Properties }) => Properties.RedrivePolicy !== undefined);
    expect(taken).toHaveLength(4);
    for (const { Properties } of taken)
      expect(text(Properties.RedrivePolicy)).toMatch(/"maxReceiveCount":3[,}]/);
    for (const { logicalId, Properties } of queues) {
      expect(Properties.MessageRetentionPeriod, logicalId).toBeLessThanOrEqual(QUEUE_KEEPS_SECONDS);
    }
    const policies = resourcesOf(storage, "AWS::SQS::QueuePolicy").map(({ Properties }) => text(Properties));
    const fromS3 = policies.filter((one) => one.includes("s3.amazonaws.com"));
    expect(fromS3).toHaveLength(1);
    expect(fromS3[0]).toContain("aws:SourceAccount");
  });

  it("comes in batches of which every one says what failed, and what a stream could not tell is not lost in silence", () => {
    const mappings = resourcesOf(erasure, "AWS::Lambda::EventSourceMapping");
    expect(mappings).toHaveLength(5);
    for (const { Properties } of mappings) {
      expect(Properties.FunctionResponseTypes).toEqual(["ReportBatchItemFailures"]);
      const isStream = Properties.StartingPosition !== undefined;
      expect(Properties.DestinationConfig !== undefined).toBe(isStream);
    }
  });
});

describe("what runs by the clock", () => {
  const policyOf = (name: string) => {
    const prefix = `${name.replaceAll("-", "")}role`;
    return resourcesOf(erasure, "AWS::IAM::Policy")
      .filter(({ logicalId }) => logicalId.startsWith(prefix))
      .map(({ Properties }) => text(Properties))
      .join();
  };

  it("may delete from stores only where it expires what is due, and tells, saves and lists without", () => {
    for (const [name, { ports }] of functionRows()) {
      const deletes =
        /s3:DeleteObject|dynamodb:DeleteItem[^\]]*\],"Effect":"Allow","Resource":\{"Fn::ImportValue":"[^"]*storage/;
      // What a restore gives back in the moment of an erasure it takes back.
      const deleting = ["stores:erase", "stores:expire", "quarantine"];
      const may = ports.some((port) => deleting.includes(port));
      expect(deletes.test(policyOf(name)), name).toBe(may);
    }
  });

  it("asks for the right to read an object only where an object is deleted by its ETag", () => {
    for (const [name, { ports }] of functionRows()) {
      const reads =
        /"s3:GetObject"[^\]]*\],"Effect":"Allow","Resource":\{"Fn::Join":\["",\[\{"Fn::ImportValue":"[^"]*storage/;
      expect(reads.test(policyOf(name)), name).toBe(
        ports.some((port) => port === "stores:expire" || port === "quarantine"),
      );
    }
  });

  it("runs once at a time where two would delete faster than S3 takes it, or ask a vendor the same twice", () => {
    const limited = resourcesOf(erasure, "AWS::Lambda::Function").filter(
      ({ Properties }) => Properties.ReservedConcurrentExecutions === 1,
    );
    expect(limited.map(({ logicalId }) => logicalId.replace(/[0-9A-F]{8}$/, "")).toSorted()).toEqual([
      "askagain",
      "doduties",
      "lookforreturned",
      "reconcile",
      "restore",
      "sweep",
    ]);
  });

  it("keeps its counts for ever and what it knows of things until their end", () => {
    const tables = resourcesOf(evidence, "AWS::DynamoDB::Table");
    const expires = (name: string) =>
      tables.find(({ logicalId }) => logicalId.startsWith(name))?.Properties.TimeToLiveSpecification !==
      undefined;
    expect(expires("clock")).toBe(true);
    expect(expires("measurements")).toBe(false);
  });
});

describe("the alarms of the clock", () => {
  const alarms = resourcesOf(erasure, "AWS::CloudWatch::Alarm");

  it("call somebody, each by an entry of the runbook, of at most ten metrics of ours", () => {
    expect(alarms.length).toBeGreaterThanOrEqual(12);
    const ours = alarms.filter(({ Properties }) => Properties.Namespace === "Lethe");
    expect(new Set(ours.map(({ Properties }) => Properties.MetricName)).size).toBeLessThanOrEqual(10);
    for (const { Properties } of alarms) {
      expect(Properties.AlarmActions).toHaveLength(1);
      const [, entry = ""] = /docs\/runbook\.md#(\S+)$/.exec(String(Properties.AlarmDescription)) ?? [];
      expect(RUNBOOK.split("\n"), entry).toContain(`## ${entry}`);
      expect(Properties.AlarmName).toBe(`lethe-dream-portraits-${entry}`);
    }
  });

  it("take silence for an alarm where nothing at all means that nothing is deleted", () => {
    const silent = alarms.filter(({ Properties }) => Properties.TreatMissingData === "breaching");
    expect(silent.map(({ Properties }) => Properties.MetricName)).toContain("SweeperDelaySeconds");
  });
});

describe("time that runs faster", () => {
  const stage = (time: { readonly scale: number }, local: boolean) =>
    new LetheStage(new App(), dreamPortraits, {
      region: "eu-central-1",
      local,
      time: { ...time, origin: "2026-11-24T10:00:00.000Z" },
    });

  it("is refused on AWS, and where a margin would be shorter than two ticks, with the largest scale that is not", () => {
    expect(() => stage({ scale: 2 }, false)).toThrow(TimeNotScalable);
    expect(() => stage({ scale: 3600 }, true)).not.toThrow();
    expect(() => stage({ scale: 3601 }, true)).toThrow(/photos, 60 minutes.*--time-scale 3600 or less/);
  });

  it("is told to every function where it does, and to none where it does not", () => {
    const variables = resourcesOf(erasure, "AWS::Lambda::Function").map(({ Properties }) =>
      text(Properties.Environment),
    );
    for (const one of variables) expect(one).not.toContain(TIME_VARIABLES.scale);
  });
});
