import {
  AdminDeleteUserCommand,
  AdminGetUserCommand,
  CognitoIdentityProviderClient,
} from "@aws-sdk/client-cognito-identity-provider";
import { BatchWriteItemCommand, DynamoDBClient, QueryCommand } from "@aws-sdk/client-dynamodb";
import {
  AbortMultipartUploadCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectRetentionCommand,
} from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import { cognitoEraser } from "../../../shared/adapters/stores/cognito/erase.ts";
import { dynamodbEraser } from "../../../shared/adapters/stores/dynamodb/erase.ts";
import { sha256Hex } from "../../../shared/domain/canonical-json.ts";
import { type Covers, holdsOn } from "../../../shared/domain/holds/hold.ts";
import { holdNumber } from "../../world/holds.ts";
import { GATE_HOLD, GATE_HOLD_UNTIL, gateHolding, openGate } from "../../world/stores/gates.ts";
import {
  aws,
  erase,
  keysSent,
  type MockedBucket,
  person,
  refusing,
  stands,
  versionsNamed,
} from "./mocked-bucket.ts";

const held = { code: "LegalHold", holdId: GATE_HOLD, retainedUntil: GATE_HOLD_UNTIL };
const told = async () => undefined;
const covering = (covers: Covers) =>
  gateHolding((thing) => holdsOn([holdNumber(1, { covers })], thing).length > 0);

beforeEach(() => aws.reset());

describe("a hold on what is in S3", () => {
  it("by key keeps every version and marker of that key, and no other call names it", async () => {
    const bucket: MockedBucket = {
      versions: [...versionsNamed("a", "b"), { Key: "users/1/a", VersionId: "older", Size: 1 }],
      markers: [
        { Key: "users/1/a", VersionId: "marker" },
        { Key: "users/1/b", VersionId: "marker" },
      ],
    };
    stands(bucket);

    const pass = await erase({ gate: covering({ item: sha256Hex("users/1/a") }) });

    expect(pass).toMatchObject({ deleted: 2, left: 3, finished: true });
    expect(bucket.versions.map(({ VersionId }) => VersionId)).toEqual(["of-a", "older"]);
    expect(bucket.markers).toEqual([{ Key: "users/1/a", VersionId: "marker" }]);
    expect(keysSent()).toEqual([["users/1/b", "users/1/b"]]);
    expect(pass.leftBehind).toContainEqual({ ...held, idHash: sha256Hex("users/1/a\nolder") });
    expect(aws.commandCalls(GetObjectRetentionCommand)).toHaveLength(0);
  });

  it("by time goes by LastModified to the millisecond, and keeps the markers that hide what it keeps", async () => {
    const at = (text: string) => ({ LastModified: new Date(text) });
    const bucket: MockedBucket = {
      versions: [
        { Key: "users/1/before", VersionId: "v", ...at("2026-01-31T23:59:59.999Z") },
        { Key: "users/1/first", VersionId: "v", ...at("2026-02-01T00:00:00.000Z") },
        { Key: "users/1/last", VersionId: "v", ...at("2026-02-28T00:00:00.000Z") },
        { Key: "users/1/after", VersionId: "v", ...at("2026-02-28T00:00:00.001Z") },
      ],
      markers: [{ Key: "users/1/first", VersionId: "m", ...at("2026-06-01T00:00:00.000Z") }],
    };
    stands(bucket);

    const pass = await erase({
      gate: covering({ createdFrom: "2026-02-01T00:00:00.000Z", createdTo: "2026-02-28T00:00:00.000Z" }),
    });

    expect(pass).toMatchObject({ deleted: 2, left: 3 });
    expect(bucket.versions.map(({ Key }) => Key)).toEqual(["users/1/first", "users/1/last"]);
    expect(bucket.markers).toHaveLength(1);
  });

  it("stops the call that would send a refused key again", async () => {
    stands({ versions: versionsNamed("a", "b"), refusals: refusing("b", "SlowDown", "gone") });

    const pass = await erase({ gate: gateHolding(() => true, { afterCalls: 1 }) });

    expect(pass).toMatchObject({ deleted: 1, left: 1, leftBehind: [held] });
    expect(keysSent()).toEqual([["users/1/a", "users/1/b"]]);
  });

  it("stops each of the calls that are made one by one", async () => {
    stands({ versions: versionsNamed("b\u0001", "c\u0001") });
    aws.on(DeleteObjectCommand).resolves({});

    const pass = await erase({ gate: gateHolding(() => true, { afterCalls: 1 }) });

    expect(aws.commandCalls(DeleteObjectCommand).map(({ args: [{ input }] }) => input.Key)).toEqual([
      "users/1/b\u0001",
    ]);
    expect(pass.left).toBeGreaterThan(0);
  });

  it("leaves an unfinished upload as it is", async () => {
    stands({ versions: [], uploads: [{ Key: "users/1/film", UploadId: "u", Initiated: new Date() }] });

    const pass = await erase({ gate: covering({ item: sha256Hex("users/1/film") }) });

    expect(pass).toMatchObject({ deleted: 0, left: 1, finished: true });
    expect(pass.leftBehind).toEqual([{ ...held, idHash: sha256Hex("users/1/film\nu") }]);
    expect(aws.commandCalls(AbortMultipartUploadCommand)).toHaveLength(0);
    expect(aws.commandCalls(DeleteObjectsCommand)).toHaveLength(0);
  });
});

describe("a hold on what is in DynamoDB", () => {
  const layout = {
    partitionKey: { attribute: "owner", template: "SUBJECT#{subject}" },
    sortKey: { attribute: "ticket" },
  };
  const dynamodb = mockClient(DynamoDBDocumentClient);
  const keys = Array.from({ length: 30 }, (_, at) => ({
    owner: { S: "SUBJECT#1" },
    ticket: { S: `t${String(at).padStart(2, "0")}` },
  }));
  const sent = () =>
    dynamodb
      .commandCalls(BatchWriteItemCommand)
      .map(({ args: [{ input }] }) =>
        input.RequestItems?.table?.map((one) => one.DeleteRequest?.Key?.ticket?.S),
      );
  let items: typeof keys;
  beforeEach(() => {
    items = keys;
    dynamodb.reset();
    dynamodb.on(QueryCommand).callsFake(async () => ({ Items: items }));
    dynamodb.on(BatchWriteItemCommand).callsFake(async ({ RequestItems }: BatchWriteItemCommand["input"]) => {
      const gone = (RequestItems?.table ?? []).map(({ DeleteRequest }) => DeleteRequest?.Key?.ticket?.S);
      items = items.filter(({ ticket }) => !gone.includes(ticket.S));
      return {};
    });
  });
  const eraser = dynamodbEraser(DynamoDBDocumentClient.from(new DynamoDBClient({})), "table", layout);

  it("by item keeps that one, whose key is in no call", async () => {
    const pass = await eraser.erase(person, covering({ item: sha256Hex("t07") }), told);

    expect(pass).toMatchObject({ deleted: 29, left: 1, finished: true });
    expect(pass.leftBehind).toEqual([{ ...held, idHash: sha256Hex("SUBJECT#1\nt07") }]);
    expect(sent().flat()).not.toContain("t07");
    expect(items).toEqual([keys[7]]);
  });

  it("that comes after the first call keeps the rest", async () => {
    const pass = await eraser.erase(
      person,
      gateHolding(() => true, { afterCalls: 1 }),
      told,
    );

    expect(pass).toMatchObject({ deleted: 25, left: 5, finished: true });
    expect(items).toEqual(keys.slice(25));
  });

  it("that comes while items are put off keeps those", async () => {
    dynamodb
      .on(BatchWriteItemCommand)
      .callsFakeOnce(async ({ RequestItems }: BatchWriteItemCommand["input"]) => {
        items = items.slice(0, 20).concat(items.slice(25));
        return { UnprocessedItems: { table: (RequestItems?.table ?? []).slice(0, 20) } };
      });
    const pass = await eraser.erase(
      person,
      gateHolding(() => true, { afterCalls: 1 }),
      told,
    );

    expect(pass).toMatchObject({ deleted: 5, left: 25 });
    expect(sent()).toHaveLength(1);
  });
});

describe("a hold on an account in Cognito", () => {
  const cognito = new CognitoIdentityProviderClient({});
  const pool = mockClient(cognito);
  beforeEach(() => {
    pool.reset();
    pool
      .on(AdminGetUserCommand)
      .resolves({ Username: person, UserCreateDate: new Date("2026-02-01T00:00:00Z") });
    pool.on(AdminDeleteUserCommand).resolves({});
  });

  it("keeps it, and asks for its deletion in no call", async () => {
    const pass = await cognitoEraser(cognito, "pool").erase(
      person,
      gateHolding(() => true),
      told,
    );
    expect(pass).toEqual({
      deleted: 0,
      left: 1,
      leftBehind: [{ ...held, idHash: sha256Hex(person) }],
      finished: true,
    });
    expect(pool.commandCalls(AdminDeleteUserCommand)).toHaveLength(0);
  });

  it("by time goes by when it was created", async () => {
    const later = covering({ createdFrom: "2026-02-01T00:00:01.000Z" });
    expect(await cognitoEraser(cognito, "pool").erase(person, later, told)).toMatchObject({
      deleted: 1,
      left: 0,
    });
    expect(await cognitoEraser(cognito, "pool").erase(person, openGate, told)).toMatchObject({ deleted: 1 });
  });
});
