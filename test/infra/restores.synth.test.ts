import { describe, expect, it } from "vitest";
import { allowedBy, deniedBy } from "./access.ts";
import { resourcesOf, synthesised } from "./synthesised.ts";

const { evidence, erasure } = synthesised();

describe("the keys of single people", () => {
  const table = resourcesOf(evidence, "AWS::DynamoDB::Table").find(({ logicalId }) =>
    logicalId.startsWith("datakeys"),
  );

  it("lie in a table of which there is no copy: no backup, stream, export, and nobody may make one", () => {
    expect(table?.Properties).toMatchObject({
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: false },
    });
    for (const copying of [
      "StreamSpecification",
      "KinesisStreamSpecification",
      "Replicas",
      "GlobalSecondaryIndexes",
    ]) {
      expect(table?.Properties, copying).not.toHaveProperty(copying);
    }
    const { ResourcePolicy } = Object(table?.Properties);
    for (const action of [
      "CreateBackup",
      "StartAwsBackupJob",
      "ExportTableToPointInTime",
      "UpdateContinuousBackups",
    ]) {
      expect(
        deniedBy(ResourcePolicy?.PolicyDocument, { action: `dynamodb:${action}`, resource: "*" }),
        action,
      ).toEqual(["Copies"]);
    }
  });

  it("are ended by what erases, which cannot open one, and by nothing else", () => {
    const policies = resourcesOf(erasure, "AWS::IAM::Policy").filter(({ Properties }) =>
      JSON.stringify(Properties).includes("datakeys"),
    );
    expect(policies.map(({ logicalId }) => logicalId.replace(/roleDefaultPolicy.*$/u, ""))).toEqual([
      "erasestores",
    ]);
    const text = JSON.stringify(policies[0]?.Properties);
    expect(text).not.toContain("subject-data");
    const client = resourcesOf(evidence, "AWS::IAM::ManagedPolicy").find(({ logicalId }) =>
      logicalId.startsWith("sealedclient"),
    );
    expect(JSON.stringify(client?.Properties)).toContain("subject-data");
    expect(JSON.stringify(client?.Properties)).not.toContain("DeleteItem");
  });
});

describe("quarantine", () => {
  it("is read by nobody but what restores and expires, and forgets by itself", () => {
    const bucket = resourcesOf(evidence, "AWS::S3::Bucket").find(({ logicalId }) =>
      logicalId.startsWith("quarantine"),
    );
    expect(bucket?.Properties).toMatchObject({
      VersioningConfiguration: { Status: "Enabled" },
      LifecycleConfiguration: { Rules: [expect.objectContaining({ ExpirationInDays: 7 })] },
    });
    const policy = resourcesOf(evidence, "AWS::S3::BucketPolicy").find(({ logicalId }) =>
      logicalId.startsWith("quarantine"),
    );
    const { PolicyDocument } = Object(policy?.Properties);
    const read = (purpose?: string) => ({
      action: "s3:GetObject",
      resource: `(${bucket?.logicalId})/users/1/a.png`,
      context: {
        "aws:PrincipalTag/lethe:purpose": purpose,
        "aws:SecureTransport": "true",
        "s3:TlsVersion": "1.3",
      },
    });
    expect(deniedBy(PolicyDocument, read("generation"))).toContain("ReadersOfQuarantine");
    expect(deniedBy(PolicyDocument, read())).toContain("ReadersOfQuarantine");
    expect(deniedBy(PolicyDocument, read("expiry"))).not.toContain("ReadersOfQuarantine");
  });
});

describe("restores by hand", () => {
  it("are told of by a rule over the calls that make them", () => {
    const rule = resourcesOf(erasure, "AWS::Events::Rule").find(({ logicalId }) =>
      logicalId.startsWith("restoreevents"),
    );
    expect(rule?.Properties).toMatchObject({
      EventPattern: {
        source: ["aws.dynamodb", "aws.backup"],
        detail: {
          eventName: expect.arrayContaining(["RestoreTableToPointInTime", "StartRestoreJob", "ImportTable"]),
        },
      },
    });
  });

  it("are looked for without reading an object or an item", () => {
    const watching = resourcesOf(erasure, "AWS::IAM::Policy").find(({ logicalId }) =>
      logicalId.startsWith("watchrestores"),
    );
    const { PolicyDocument } = Object(watching?.Properties);
    for (const action of ["s3:GetObject", "dynamodb:GetItem", "dynamodb:Scan"]) {
      expect(allowedBy(PolicyDocument, { action, resource: "arn:aws:s3:::anything/key" }), action).toEqual(
        [],
      );
    }
  });
});
