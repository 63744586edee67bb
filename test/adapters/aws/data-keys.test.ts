import { DynamoDBClient, ResourceNotFoundException } from "@aws-sdk/client-dynamodb";
import {
  DecryptCommand,
  DisabledException,
  GenerateDataKeyCommand,
  KMSClient,
  KMSInvalidStateException,
} from "@aws-sdk/client-kms";
import { DynamoDBDocumentClient, GetCommand } from "@aws-sdk/lib-dynamodb";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import { DataKeysUnavailable, dataKeyEnds, kmsDataKeys } from "../../../shared/adapters/aws/kms-data-keys.ts";
import { inMemoryDocuments } from "../../world/dynamodb/in-memory-documents.ts";

const kms = mockClient(KMSClient);
const PLAIN = new Uint8Array(32).fill(3);

beforeEach(() => {
  kms.reset();
  kms.on(GenerateDataKeyCommand).resolves({ Plaintext: PLAIN, CiphertextBlob: new Uint8Array([1, 2]) });
  kms.on(DecryptCommand).resolves({ Plaintext: PLAIN });
});

function keysIn(documents: DynamoDBDocumentClient) {
  return {
    keys: kmsDataKeys(documents, "data-keys", new KMSClient({}), "arn:kms"),
    ends: dataKeyEnds(documents, "data-keys"),
  };
}

describe("the key of a person", () => {
  it("is made once, wrapped under its owner's name, and gone for good when it is destroyed", async () => {
    const { keys, ends } = keysIn(inMemoryDocuments().documents);
    expect(await keys.read("v1_a", "face")).toBeUndefined();
    expect(await keys.make("v1_a", "face")).toEqual(PLAIN);
    expect(await keys.make("v1_a", "face")).toEqual(PLAIN);
    expect(kms.commandCalls(GenerateDataKeyCommand)).toHaveLength(1);
    expect(kms.commandCalls(DecryptCommand)[0]?.args[0].input.EncryptionContext).toEqual({
      purpose: "subject-data",
      subjectRef: "v1_a",
      category: "face",
    });
    expect(await ends.count("v1_a", ["face", "voice"])).toBe(1);
    expect(await ends.destroy("v1_a", ["face", "voice"])).toBe(1);
    expect(await ends.destroy("v1_a", ["face", "voice"])).toBe(0);
    expect(await ends.count("v1_a", ["face"])).toBe(0);
    expect(await keys.read("v1_a", "face")).toBeUndefined();
  });

  it("that cannot be had is not taken for one that was destroyed: its table is gone, or KMS refuses", async () => {
    const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: "eu-central-1" }));
    const documents = mockClient(client);
    documents.on(GetCommand).rejects(new ResourceNotFoundException({ message: "no", $metadata: {} }));
    const { keys } = keysIn(client);
    await expect(keys.read("v1_a", "face")).rejects.toThrow(DataKeysUnavailable);
    await expect(keys.read("v1_a", "face")).rejects.toThrow("opens when the table is back");
    documents.on(GetCommand).resolves({ Item: { pk: "x", wrapped: "AQI=" } });
    for (const error of [DisabledException, KMSInvalidStateException]) {
      kms.on(DecryptCommand).rejects(new error({ message: "no", $metadata: {} }));
      await expect(keys.read("v1_a", "face")).rejects.toThrow(DataKeysUnavailable);
    }
    documents.restore();
  });
});
