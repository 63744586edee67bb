import { createHash, generateKeyPairSync, sign } from "node:crypto";
import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  ProvisionedThroughputExceededException,
  TransactionCanceledException,
} from "@aws-sdk/client-dynamodb";
import { GetPublicKeyCommand, KMSClient, SignCommand } from "@aws-sdk/client-kms";
import { GetObjectCommand, PutObjectCommand, S3Client, S3ServiceException } from "@aws-sdk/client-s3";
import {
  DynamoDBDocumentClient,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
} from "@aws-sdk/lib-dynamodb";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import { dynamodbLedger, LaneBusy } from "../../../shared/adapters/aws/dynamodb-ledger.ts";
import { dynamodbTree } from "../../../shared/adapters/aws/dynamodb-tree.ts";
import { kmsSigner, SignatureUnusable } from "../../../shared/adapters/aws/kms-signer.ts";
import { AnchorConflict, s3Anchors } from "../../../shared/adapters/aws/s3-anchors.ts";
import { LaneSealed } from "../../../shared/domain/ledger/lane.ts";
import { virtualClock } from "../../world/clock.ts";
import { quickTime } from "../../world/stores/quick-time.ts";

const dynamodb = mockClient(DynamoDBDocumentClient);
const kms = mockClient(KMSClient);
const s3 = mockClient(S3Client);
const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const $metadata = {};
const conflict = () => new ConditionalCheckFailedException({ message: "there", $metadata });
const throttle = new ProvisionedThroughputExceededException({ message: "slow down", $metadata });

beforeEach(() => {
  for (const client of [dynamodb, kms, s3]) client.reset();
});

describe("the ledger's calls to DynamoDB", () => {
  const LANE = "req_1/1/photos";
  const PLANNED = { kind: "processors-asked", declared: 0 } as const;
  const ledger = dynamodbLedger(documents, "ledger", {
    service: "dream-portraits",
    region: "eu-central-1",
    clock: virtualClock(),
    keptDays: 2,
  });
  const entry = (index: number, body: object = PLANNED) => ({
    entry: {
      schema: "lethe.entry/1",
      service: "dream-portraits",
      region: "eu-central-1",
      lane: LANE,
      index,
      previous: "0".repeat(64),
      at: "2026-11-23T10:00:00.000Z",
      subjectRef: "v1_person",
      body,
    },
  });

  it("list the lane before its first entry, and write each entry only where none is", async () => {
    dynamodb.on(QueryCommand).resolves({ Items: [] });
    dynamodb.on(PutCommand).resolves({});
    await ledger.append(LANE, "v1_person", PLANNED);

    const [listed, written] = dynamodb.commandCalls(PutCommand).map(({ args }) => args[0].input);
    // Two days after 10:00 on the 23rd: each row goes by itself.
    const expiresAtEpochSeconds = Date.parse("2026-11-25T10:00:00.000Z") / 1000;
    expect(listed?.Item).toEqual({ pk: "lanes", sk: LANE, expiresAtEpochSeconds });
    expect(written).toMatchObject({
      Item: { pk: `lane#${LANE}`, sk: "00000000", expiresAtEpochSeconds },
      ConditionExpression: "attribute_not_exists(pk)",
    });
    expect(dynamodb.commandCalls(QueryCommand)[0]?.args[0].input.ConsistentRead).toBe(true);
  });

  it("take the next place when another writer was first, and name the entry that came between", async () => {
    dynamodb
      .on(QueryCommand)
      .resolvesOnce({ Items: [entry(0)] })
      .resolves({ Items: [entry(1)] });
    dynamodb.on(PutCommand).rejectsOnce(conflict()).resolves({});

    expect((await ledger.append(LANE, "v1_person", PLANNED)).index).toBe(2);
  });

  it("give up on a lane that never stands still, and add nothing to one that was closed", async () => {
    dynamodb.on(QueryCommand).resolves({ Items: [entry(0)] });
    dynamodb.on(PutCommand).rejects(conflict());
    await expect(ledger.append(LANE, "v1_person", PLANNED)).rejects.toThrow(LaneBusy);
    expect(dynamodb.commandCalls(PutCommand)).toHaveLength(10);

    dynamodb.on(QueryCommand).resolves({ Items: [entry(1, { kind: "sealed", remaining: 0 })] });
    await expect(ledger.append(LANE, "v1_person", PLANNED)).rejects.toThrow(LaneSealed);
  });

  it("name the place where something is stored that is no entry", async () => {
    dynamodb.on(QueryCommand).resolves({ Items: [entry(0), { entry: { ...entry(1).entry, more: 1 } }] });
    await expect(ledger.readLane(LANE)).rejects.toMatchObject({ name: "EntryDamaged", index: 1 });
  });

  it("do not take a throttle for another writer", async () => {
    dynamodb.on(QueryCommand).resolves({ Items: [entry(0)] });
    dynamodb.on(PutCommand).rejects(throttle);
    await expect(ledger.append(LANE, "v1_person", PLANNED)).rejects.toBe(throttle);
    expect(dynamodb.commandCalls(PutCommand)).toHaveLength(1);
  });
});

describe("the tree's calls to DynamoDB", () => {
  const time = quickTime();
  const tree = dynamodbTree(documents, "ledger", time);
  const extension = {
    fromSize: 1,
    leaves: ["b"],
    nodes: [{ level: 1, index: 0, hash: "h" }],
    size: 2,
    peaks: ["h"],
  };

  it("move the edge from the size that was read, and write leaves and nodes once, all or nothing", async () => {
    dynamodb.on(TransactWriteCommand).resolves({});
    expect(await tree.extend(extension)).toBe(true);

    const items = dynamodb.commandCalls(TransactWriteCommand)[0]?.args[0].input.TransactItems ?? [];
    expect(items.map(({ Put }) => [Put?.Item?.pk, Put?.Item?.sk, Put?.ConditionExpression])).toEqual([
      ["tree", "edge", "#size = :from"],
      ["leaf", "000000000001", "attribute_not_exists(pk)"],
      ["node#1", "000000000000", "attribute_not_exists(pk)"],
    ]);
    expect(items[0]?.Put?.ExpressionAttributeValues).toEqual({ ":from": 1 });
  });

  it.each([
    ["ConditionalCheckFailed", false],
    ["TransactionConflict", false],
    ["ThrottlingError", "thrown"],
  ] as const)("answer %s with %s", async (Code, expected) => {
    const CancellationReasons = [{ Code: "None" }, { Code }];
    dynamodb
      .on(TransactWriteCommand)
      .rejects(new TransactionCanceledException({ message: "cancelled", CancellationReasons, $metadata }));
    const pausesBefore = time.pauses.length;
    expect(await tree.extend(extension).catch(() => "thrown")).toBe(expected);
    // Whoever was not first waits by chance before it is told so; nobody waits to be told of a fault.
    expect(time.pauses.length - pausesBefore).toBe(expected === false ? 1 : 0);
  });
});

describe("the signer's calls to KMS", () => {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const signer = () => kmsSigner(new KMSClient({}), "arn:key");

  it("have a digest signed and bring r and s to 64 digits each", async () => {
    const Signature = sign("sha256", Buffer.from("text"), privateKey);
    kms.on(SignCommand).resolves({ Signature });
    expect(await signer().sign("text")).toMatch(/^[0-9a-f]{128}$/);
    expect(kms.commandCalls(SignCommand)[0]?.args[0].input).toEqual({
      KeyId: "arn:key",
      Message: createHash("sha256").update("text").digest(),
      MessageType: "DIGEST",
      SigningAlgorithm: "ECDSA_SHA_256",
    });
  });

  it("fill up a short number with zeros", async () => {
    kms.on(SignCommand).resolves({ Signature: Buffer.from("3006020105020107", "hex") });
    expect(await signer().sign("text")).toBe(`${"5".padStart(64, "0")}${"7".padStart(64, "0")}`);
  });

  it.each([
    "",
    "30",
    "3006020105030107",
    "300602010502010700",
    "30050201050200",
    `3023${"0221".padEnd(70, "1")}`,
  ])("take %j for no signature", async (hex) => {
    kms.on(SignCommand).resolves({ Signature: Buffer.from(hex, "hex") });
    await expect(signer().sign("text")).rejects.toThrow(SignatureUnusable);
  });

  it("ask for the public key once, and again only after it failed", async () => {
    const PublicKey = publicKey.export({ format: "der", type: "spki" });
    kms.on(GetPublicKeyCommand).rejectsOnce(new Error("throttled")).resolves({ PublicKey });
    const one = signer();
    await expect(one.publicKey()).rejects.toThrow("throttled");
    expect(await one.publicKey()).toBe(publicKey.export({ format: "pem", type: "spki" }).toString());
    await one.publicKey();
    expect(kms.commandCalls(GetPublicKeyCommand)).toHaveLength(2);
  });
});

describe("the anchors' calls to S3", () => {
  const anchors = s3Anchors(new S3Client({}), "anchors");
  const refusal = (name: string, httpStatusCode: number) =>
    new S3ServiceException({ name, $fault: "client", $metadata: { httpStatusCode } });
  const holds = (text: string) =>
    s3.on(GetObjectCommand).callsFake(async () => ({ Body: { transformToString: async () => text } }));

  it("write a document only where none stands, under a name that sorts by size", async () => {
    s3.on(PutObjectCommand).resolves({});
    await anchors.putCheckpoint(7, "{}");
    expect(s3.commandCalls(PutObjectCommand)[0]?.args[0].input).toMatchObject({
      Bucket: "anchors",
      Key: "checkpoints/000000000007.json",
      IfNoneMatch: "*",
    });
  });

  it("take the same document for written, and never write over another", async () => {
    s3.on(PutObjectCommand).rejects(refusal("PreconditionFailed", 412));
    holds("{}");
    await expect(anchors.putCheckpoint(7, "{}")).resolves.toBeUndefined();
    holds('{"other":1}');
    await expect(anchors.putCheckpoint(7, "{}")).rejects.toThrow(AnchorConflict);
  });

  it("pass on every other refusal", async () => {
    s3.on(PutObjectCommand).rejects(refusal("AccessDenied", 403));
    await expect(anchors.putKey("k", "{}")).rejects.toMatchObject({ name: "AccessDenied" });
    expect(s3.commandCalls(GetObjectCommand)).toHaveLength(0);
  });
});
