import { CreateTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { CreateKeyCommand, KMSClient } from "@aws-sdk/client-kms";
import { CreateBucketCommand, S3Client } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { settingsFromOutputs } from "../../../client/client-settings.ts";
import { letheClient } from "../../../client/lethe-client.ts";
import { DecisionsUnreadable } from "../../../client/refusals.ts";
import { measureClientGuards } from "../../../local/measure/client-guards.ts";
import { s3Records } from "../../../shared/adapters/aws/s3-records.ts";
import { compilePolicy } from "../../../shared/domain/policy/compile-policy.ts";
import { startBareEmbeddedAws } from "../../embedded-aws.ts";
import { guardedPolicy } from "../../world/guarded-policy.ts";

const compiled = compilePolicy(guardedPolicy);
const TABLES = { DecisionsTable: ["pk", "sk"], KeysTable: ["pk"] } as const;

describe("the client's guards on the embedded AWS", () => {
  let aws: Awaited<ReturnType<typeof startBareEmbeddedAws>>;
  let outputs: Record<string, string>;

  beforeAll(async () => {
    aws = await startBareEmbeddedAws();
    const dynamodb = new DynamoDBClient(aws.clientConfig);
    for (const [TableName, keys] of Object.entries(TABLES)) {
      await dynamodb.send(
        new CreateTableCommand({
          TableName,
          BillingMode: "PAY_PER_REQUEST",
          AttributeDefinitions: keys.map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
          KeySchema: keys.map((AttributeName) => ({
            AttributeName,
            KeyType: AttributeName === "pk" ? "HASH" : "RANGE",
          })),
        }),
      );
    }
    const s3 = new S3Client(aws.clientConfig);
    await s3.send(new CreateBucketCommand({ Bucket: "records" }));
    await s3Records(s3, "records").putPolicy(compiled);
    const { KeyMetadata } = await new KMSClient(aws.clientConfig).send(new CreateKeyCommand({}));
    outputs = {
      Service: "minimal",
      DecisionsTable: "DecisionsTable",
      KeysTable: "KeysTable",
      WrappingKeyArn: KeyMetadata?.Arn ?? "",
      RecordsBucket: "records",
      PolicyDigest: compiled.digest,
    };
  });
  afterAll(() => aws.stop());

  it("are each seen to hold, and leave nothing without an end nor any id", async () => {
    const { policy } = compiled;
    const seen = await measureClientGuards({
      policy,
      clientConfig: aws.clientConfig,
      outputs: { evidence: outputs },
    });

    expect(seen.filter(({ held }) => !held)).toEqual([]);
    expect(seen.map(({ mechanism }) => mechanism.mechanism)).toEqual([
      "consent-gate",
      "re-identification-test",
      "identifier-removal",
      "consent-gate",
    ]);
    const documents = DynamoDBDocumentClient.from(new DynamoDBClient(aws.clientConfig));
    const { Items = [] } = await documents.send(new ScanCommand({ TableName: "DecisionsTable" }));
    expect(Items.length).toBeGreaterThan(9);
    expect(Items.filter(({ expiresAtEpochSeconds }) => typeof expiresAtEpochSeconds !== "number")).toEqual(
      [],
    );
    expect(JSON.stringify(Items)).not.toContain("measure-");
  });

  it.each([
    ["its table", { DecisionsTable: "gone" }],
    ["the policy", { PolicyDigest: "0".repeat(64) }],
    ["the subject key", { KeysTable: "gone" }],
    ["their own service's policy", { Service: "another" }],
  ])("refuse everything when %s cannot be read", async (_, gone) => {
    const settings = settingsFromOutputs({ ...outputs, ...gone });
    const client = letheClient(settings, aws.clientConfig);
    await expect(client.mayUse("person-1", "analytics")).rejects.toThrow(DecisionsUnreadable);
  });
});
