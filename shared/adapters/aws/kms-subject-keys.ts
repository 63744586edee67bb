import { DecryptCommand, GenerateDataKeyWithoutPlaintextCommand, type KMSClient } from "@aws-sdk/client-kms";
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { z } from "zod";
import type { SubjectKey } from "../../domain/erasure/subject-reference.ts";
import type { SubjectKeys } from "../../operations/ports.ts";
import { isConditionFailure } from "./condition-failure.ts";

/** The key of subject references could not be unwrapped; nothing was opened or changed. */
export class SubjectKeyUnusable extends Error {
  override readonly name = "SubjectKeyUnusable";
}

const KEY_BYTES = 32;
const FIRST_VERSION = 1;
const ROW = { pk: "subject-reference-key" };
/** Bound to its purpose: a wrapped key of another purpose does not open here. */
const CONTEXT = { purpose: "subject-reference" };

const StoredKeySchema = z.object({ version: z.number().int().positive(), wrapped: z.string().min(1) });

/**
 * Returns the secret behind subject references: random, wrapped by KMS, kept in a table with the string key `pk`, and
 * unwrapped once for each object that this function returns.
 */
export function kmsSubjectKeys(
  documents: DynamoDBDocumentClient,
  table: string,
  kms: KMSClient,
  wrappingKeyArn: string,
): SubjectKeys {
  const stored = () => storedKey(documents, table);

  const make = async () => {
    const { CiphertextBlob } = await kms.send(
      new GenerateDataKeyWithoutPlaintextCommand({
        KeyId: wrappingKeyArn,
        NumberOfBytes: KEY_BYTES,
        EncryptionContext: CONTEXT,
      }),
    );
    const wrapped = Buffer.from(CiphertextBlob ?? []).toString("base64");
    try {
      await documents.send(
        new PutCommand({
          TableName: table,
          Item: { ...ROW, version: FIRST_VERSION, wrapped },
          ConditionExpression: "attribute_not_exists(pk)",
        }),
      );
    } catch (error) {
      // Somebody else made it at the same time: theirs is the one.
      if (!isConditionFailure(error)) throw error;
    }
    return stored();
  };

  const unwrap = async (): Promise<SubjectKey> => {
    const found = (await stored()) ?? (await make());
    if (!found) throw new SubjectKeyUnusable(`Table ${table} did not keep the key of subject references.`);
    const { Plaintext } = await kms.send(
      new DecryptCommand({
        KeyId: wrappingKeyArn,
        CiphertextBlob: Buffer.from(found.wrapped, "base64"),
        EncryptionContext: CONTEXT,
      }),
    );
    if (Plaintext?.length !== KEY_BYTES) {
      throw new SubjectKeyUnusable(
        `The key of subject references, version ${found.version}, did not unwrap to ${KEY_BYTES} bytes under ${wrappingKeyArn}.`,
      );
    }
    return { version: found.version, key: Plaintext };
  };

  let current: Promise<SubjectKey> | undefined;
  return {
    current() {
      current ??= unwrap().catch((error: unknown) => {
        current = undefined;
        throw error;
      });
      return current;
    },
  };
}

/** Says whether the key was made, without opening it or making one. */
export async function subjectKeyExists(documents: DynamoDBDocumentClient, table: string): Promise<boolean> {
  return (await storedKey(documents, table)) !== undefined;
}

async function storedKey(documents: DynamoDBDocumentClient, table: string) {
  const { Item } = await documents.send(new GetCommand({ TableName: table, Key: ROW, ConsistentRead: true }));
  return Item ? StoredKeySchema.parse(Item) : undefined;
}
