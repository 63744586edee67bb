import { describe, expect, it } from "vitest";
import { policy } from "../../policies/dream-portraits.ts";
import { resourcesOf, synthesised } from "./synthesised.ts";

const DAY_LONG = {
  Rules: expect.arrayContaining([
    expect.objectContaining({
      Status: "Enabled",
      ExpirationInDays: 1,
      NoncurrentVersionExpiration: { NoncurrentDays: 1 },
      AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
    }),
    expect.objectContaining({ Status: "Enabled", ExpiredObjectDeleteMarker: true }),
  ]),
};

describe("the storage of the portrait service", () => {
  const { storage } = synthesised();
  const buckets = resourcesOf(storage, "AWS::S3::Bucket");
  const bucketOf = (id: string) => buckets.find(({ logicalId }) => logicalId.startsWith(id))?.Properties;

  it("lets S3 remove day-long photos, their versions, markers and unfinished uploads after a day (DP2)", () => {
    expect(bucketOf("photos")?.LifecycleConfiguration).toEqual(DAY_LONG);
  });

  it("lets DynamoDB remove day-long landmarks by the time each item carries (DP2)", () => {
    const tables = resourcesOf(storage, "AWS::DynamoDB::Table");
    const landmarks = tables.find(({ logicalId }) => logicalId.startsWith("landmarks"));
    expect(landmarks?.Properties.TimeToLiveSpecification).toEqual({
      AttributeName: "expiresAtEpochSeconds",
      Enabled: true,
    });
  });

  it("says in the template who empties each place in time, and how late AWS would be by itself", () => {
    const saidOf = (id: string) =>
      Object.entries(storage.findResources("AWS::S3::Bucket"))
        .concat(Object.entries(storage.findResources("AWS::DynamoDB::Table")))
        .concat(Object.entries(storage.findResources("AWS::Logs::LogGroup")))
        .find(([logicalId]) => logicalId.startsWith(id))?.[1].Metadata?.[`lethe:expiry-of-${id}`];
    expect(saidOf("photos")).toMatch(/by our clock 60 minutes before.*S3's own rule.*about 3 days/);
    expect(saidOf("landmarks")).toMatch(/by our clock 60 minutes before.*time to live.*about 3 days/);
    expect(saidOf("portraits")).toBe("deleted with the account; S3's own rule removes nothing");
    expect(saidOf("usage")).toMatch(
      /our clock empties no log group.*after 90 days and typically up to 3 days/,
    );
  });

  it("keeps portraits, which only their owner ends", () => {
    expect(JSON.stringify(bucketOf("portraits"))).not.toContain("ExpirationInDays");
  });

  it("would not remove photos after a day if the policy did not promise it", () => {
    const retention = policy.retention.map((rule) =>
      rule.category === "original-photo" ? { ...rule, limit: undefined, marginMinutes: undefined } : rule,
    );
    const promises = policy.promises.filter(({ id }) => id !== "DP2");
    const changed = synthesised({ policy: { ...policy, retention, promises } });
    const photos = resourcesOf(changed.storage, "AWS::S3::Bucket").find(({ logicalId }) =>
      logicalId.startsWith("photos"),
    );
    expect(photos?.Properties.LifecycleConfiguration).not.toEqual(DAY_LONG);
  });

  it("has a place for each declared store, and no other", () => {
    const kinds = {
      s3: "AWS::S3::Bucket",
      dynamodb: "AWS::DynamoDB::Table",
      cognito: "AWS::Cognito::UserPool",
      "log-group": "AWS::Logs::LogGroup",
    };
    for (const [kind, type] of Object.entries(kinds)) {
      const declared = policy.stores.filter((store) => store.kind === kind).map(({ id }) => id);
      const made = resourcesOf(storage, type).map(({ logicalId }) => logicalId.replace(/[0-9A-F]{8}$/, ""));
      expect(made.sort()).toEqual([...declared].sort());
    }
  });

  it("keeps what is sensitive under a key of its own, and lets nobody in from outside", () => {
    expect(JSON.stringify(bucketOf("photos")?.BucketEncryption)).toContain("aws:kms");
    for (const { Properties } of buckets) {
      expect(Properties.PublicAccessBlockConfiguration).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
    }
  });

  it("lets CloudWatch Logs use the key of a log group, and no key without one", () => {
    const stores = policy.stores.map((store) =>
      store.kind === "log-group" ? { ...store, key: "customer-managed" } : store,
    );
    const changed = synthesised({ policy: { ...policy, stores } });
    const [logGroup] = resourcesOf(changed.storage, "AWS::Logs::LogGroup");
    expect(JSON.stringify(logGroup?.Properties.KmsKeyId)).toContain("sensitivedata");
    const keyOf = (template: typeof storage) => JSON.stringify(resourcesOf(template, "AWS::KMS::Key"));
    expect(keyOf(changed.storage)).toContain("logs.eu-central-1.amazonaws.com");
    expect(keyOf(storage)).not.toContain("logs.eu-central-1.amazonaws.com");
  });

  it("makes no copy that nobody promised: no point-in-time recovery", () => {
    for (const template of [storage, synthesised().evidence]) {
      for (const { Properties } of resourcesOf(template, "AWS::DynamoDB::Table")) {
        expect(Properties.PointInTimeRecoverySpecification).toEqual({ PointInTimeRecoveryEnabled: false });
      }
    }
  });

  it("stays on AWS whatever happens to its stack, and goes with it on the embedded AWS", () => {
    expect(buckets.map(({ DeletionPolicy }) => DeletionPolicy)).toEqual(["Retain", "Retain"]);
    const local = synthesised({ local: true });
    expect(resourcesOf(local.storage, "AWS::S3::Bucket").map((bucket) => bucket.DeletionPolicy)).toEqual([
      "Delete",
      "Delete",
    ]);
    expect(synthesised().stage.storage.terminationProtection).toBe(true);
  });
});
