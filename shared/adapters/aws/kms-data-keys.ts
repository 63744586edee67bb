import { ResourceNotFoundException } from "@aws-sdk/client-dynamodb";
import { DecryptCommand, GenerateDataKeyCommand, type KMSClient } from "@aws-sdk/client-kms";
import { DeleteCommand, type DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { z } from "zod";
import type { DataKeyEnds, DataKeys } from "../../operations/ports.ts";
import { isConditionFailure } from "./condition-failure.ts";
import { readItems } from "./read-items.ts";

const StoredSchema = z.object({ wrapped: z.string().min(1) });
const KEY_BYTES = 32;

/** The table of data keys is not there, or the key that wraps them is not to be used: nothing was opened, nothing lost. */
export class DataKeysUnavailable extends Error {
  override readonly name = "DataKeysUnavailable";
}

/**
 * Returns the keys of single people, each wrapped by KMS under its own name, in a table with the string key `pk` of which
 * there is no backup, stream or export.
 */
export function kmsDataKeys(
  documents: DynamoDBDocumentClient,
  table: string,
  kms: KMSClient,
  wrappingKeyArn: string,
): DataKeys {
  const unwrapped = async (subjectRef: string, category: string): Promise<Uint8Array | undefined> => {
    const Key = keyOf(subjectRef, category);
    const { Item } = await documents.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
    if (!Item) return undefined;
    const { Plaintext } = await kms.send(
      new DecryptCommand({
        KeyId: wrappingKeyArn,
        CiphertextBlob: Buffer.from(StoredSchema.parse(Item).wrapped, "base64"),
        EncryptionContext: contextOf(subjectRef, category),
      }),
    );
    return Plaintext;
  };
  return {
    read: (subjectRef, category) => orUnavailable(table, unwrapped(subjectRef, category)),

    async make(subjectRef, category) {
      const before = await this.read(subjectRef, category);
      if (before) return before;
      const { Plaintext, CiphertextBlob } = await orUnavailable(
        table,
        kms.send(
          new GenerateDataKeyCommand({
            KeyId: wrappingKeyArn,
            NumberOfBytes: KEY_BYTES,
            EncryptionContext: contextOf(subjectRef, category),
          }),
        ),
      );
      try {
        const wrapped = Buffer.from(CiphertextBlob ?? []).toString("base64");
        await documents.send(
          new PutCommand({
            TableName: table,
            Item: { ...keyOf(subjectRef, category), wrapped },
            ConditionExpression: "attribute_not_exists(pk)",
          }),
        );
        if (Plaintext) return Plaintext;
      } catch (error) {
        // Somebody else made it at this moment: theirs is the one.
        if (!isConditionFailure(error)) throw error;
      }
      const stands = await this.read(subjectRef, category);
      if (stands) return stands;
      throw new DataKeysUnavailable(
        `Table ${table} did not keep a new key, or it was destroyed at this moment.`,
      );
    },
  };
}

/** Returns what ends such keys, for which it needs no right to open one. */
export function dataKeyEnds(documents: DynamoDBDocumentClient, table: string): DataKeyEnds {
  return {
    async destroy(subjectRef, categories) {
      let destroyed = 0;
      for (const category of categories) {
        const Key = keyOf(subjectRef, category);
        const { Attributes } = await documents.send(
          new DeleteCommand({ TableName: table, Key, ReturnValues: "ALL_OLD" }),
        );
        if (Attributes) destroyed += 1;
      }
      return destroyed;
    },
    async count(subjectRef, categories) {
      const keys = categories.map((category) => keyOf(subjectRef, category));
      return (await readItems(documents, table, keys)).length;
    },
  };
}

function keyOf(subjectRef: string, category: string) {
  return { pk: `${subjectRef}#${category}` };
}

/** Bound to its owner: a wrapped key that was copied under another name does not open. */
function contextOf(subjectRef: string, category: string) {
  return { purpose: "subject-data", subjectRef, category };
}

/** What KMS says of a key that is disabled, is to be deleted, or is somewhere else. */
const NOT_USABLE = [
  "DisabledException",
  "KMSInvalidStateException",
  "NotFoundException",
  "KeyUnavailableException",
];

/** A key that cannot be had is not a key that was destroyed: nothing may be called erased because of it. */
async function orUnavailable<Result>(table: string, call: Promise<Result>): Promise<Result> {
  try {
    return await call;
  } catch (cause) {
    const isGone = cause instanceof ResourceNotFoundException;
    if (!isGone && !(cause instanceof Error && NOT_USABLE.includes(cause.name))) throw cause;
    throw new DataKeysUnavailable(
      isGone
        ? `The table ${table} of data keys is not there: what was encrypted stays as it is and opens when the table is back. It has no backup, so look whether it was renamed or deployed elsewhere.`
        : "KMS does not let the wrapping key of data keys be used: enable it, or cancel its deletion. What was encrypted stays as it is.",
      { cause },
    );
  }
}
