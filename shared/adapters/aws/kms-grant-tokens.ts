import { DecryptCommand, EncryptCommand, type KMSClient } from "@aws-sdk/client-kms";
import { DeleteCommand, type DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { z } from "zod";

/** Bound to its purpose: what was encrypted for another does not open here. */
const CONTEXT = { purpose: "grant-token" };

const StoredTokenSchema = z.object({ wrapped: z.string().min(1) });

/** Tokens of grants, by names of ours; the token itself is a secret, and stands in no record of what was sent. */
export interface GrantTokens {
  put(reference: string, token: string): Promise<void>;
  read(reference: string): Promise<string | undefined>;
  forget(reference: string): Promise<void>;
}

/** Returns the tokens, each encrypted by KMS, in a table with the string keys `pk` and `sk`: `grant#NAME` / `token`. */
export function kmsGrantTokens(
  documents: DynamoDBDocumentClient,
  table: string,
  kms: KMSClient,
  keyArn: string,
): GrantTokens {
  return {
    async put(reference, token) {
      const Plaintext = new TextEncoder().encode(token);
      const command = new EncryptCommand({ KeyId: keyArn, Plaintext, EncryptionContext: CONTEXT });
      const { CiphertextBlob } = await kms.send(command);
      const wrapped = Buffer.from(CiphertextBlob ?? []).toString("base64");
      await documents.send(new PutCommand({ TableName: table, Item: { ...keyOf(reference), wrapped } }));
    },

    async read(reference) {
      const Key = keyOf(reference);
      const { Item } = await documents.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
      const stored = StoredTokenSchema.safeParse(Item).data;
      if (!stored) return undefined;
      const CiphertextBlob = Buffer.from(stored.wrapped, "base64");
      const command = new DecryptCommand({ KeyId: keyArn, CiphertextBlob, EncryptionContext: CONTEXT });
      const { Plaintext } = await kms.send(command);
      return Plaintext && new TextDecoder().decode(Plaintext);
    },

    async forget(reference) {
      await documents.send(new DeleteCommand({ TableName: table, Key: keyOf(reference) }));
    },
  };
}

function keyOf(reference: string) {
  return { pk: `grant#${reference}`, sk: "token" };
}
