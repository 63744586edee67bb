import { type DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { z } from "zod";
import type { Correspondence } from "../../operations/ports.ts";
import { isConditionFailure } from "../aws/condition-failure.ts";

const DAY_SECONDS = 86_400;

const StoredLettersSchema = z.object({ sentAtMs: z.array(z.number()), revision: z.number() });

/**
 * Returns what was written to whom in a table with the string keys `pk` and `sk` and the time to live
 * `expiresAtEpochSeconds`: rows `letters#REF` / `sent`, / `acknowledged` and / `outside`, which go a day after the last letter, and /
 * `undeliverable`.
 *
 * @param undeliverableDays for how long nothing is sent to an address from which a letter came back.
 */
export function dynamodbCorrespondence(
  documents: DynamoDBDocumentClient,
  table: string,
  undeliverableDays: number,
): Correspondence {
  const get = async (addressRef: string, sk: string): Promise<unknown> => {
    const Key = { pk: partitionOf(addressRef), sk };
    const { Item } = await documents.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
    return Item;
  };
  const count = async (addressRef: string, revision: number, sentAtMs: readonly number[]) => {
    const lastSeconds = Math.ceil(Math.max(...sentAtMs) / 1000);
    const counted = { sentAtMs, revision: revision + 1, expiresAtEpochSeconds: lastSeconds + DAY_SECONDS };
    try {
      await documents.send(
        new PutCommand({
          TableName: table,
          Item: { pk: partitionOf(addressRef), sk: "sent", ...counted },
          ConditionExpression: "attribute_not_exists(pk) OR revision = :revision",
          ExpressionAttributeValues: { ":revision": revision },
        }),
      );
      return true;
    } catch (error) {
      if (isConditionFailure(error)) return false;
      throw error;
    }
  };

  /** The same request passes again and again within its day. */
  const onceADay = async (addressRef: string, sk: string, rightsRequestId: string | undefined, now: Date) => {
    const atMs = now.getTime();
    const isSame = rightsRequestId === undefined ? "" : " OR rightsRequestId = :same";
    const row = { atMs, expiresAtEpochSeconds: Math.ceil(atMs / 1000) + DAY_SECONDS };
    try {
      await documents.send(
        new PutCommand({
          TableName: table,
          Item: {
            ...{ pk: partitionOf(addressRef), sk, ...row },
            ...(rightsRequestId === undefined ? {} : { rightsRequestId }),
          },
          ConditionExpression: `attribute_not_exists(pk) OR atMs <= :dayAgo${isSame}`,
          ExpressionAttributeValues: {
            ":dayAgo": atMs - DAY_SECONDS * 1000,
            ...(rightsRequestId === undefined ? {} : { ":same": rightsRequestId }),
          },
        }),
      );
      return true;
    } catch (error) {
      if (isConditionFailure(error)) return false;
      throw error;
    }
  };

  return {
    async mayWrite(addressRef, max, now) {
      // Whoever was faster sent a letter: after as many as are allowed there is no room left.
      for (let tries = 0; tries <= max; tries += 1) {
        const item = await get(addressRef, "sent");
        const { sentAtMs, revision } = StoredLettersSchema.parse(item ?? { sentAtMs: [], revision: 0 });
        const counting = sentAtMs.filter((at) => at > now.getTime() - DAY_SECONDS * 1000);
        if (counting.length >= max) return false;
        if (await count(addressRef, revision, [...counting, now.getTime()])) return true;
      }
      return false;
    },

    mayAcknowledgeUnproved: (addressRef, rightsRequestId, now) =>
      onceADay(addressRef, "acknowledged", rightsRequestId, now),

    // No letter outside of a request is the same as another, not even one about the same mail.
    mayWriteOutside: (addressRef, now) => onceADay(addressRef, "outside", undefined, now),

    async markUndeliverable(addressRef, why, now) {
      const at = now.toISOString();
      const expiresAtEpochSeconds = Math.ceil(now.getTime() / 1000) + undeliverableDays * DAY_SECONDS;
      const marked = { why, at, expiresAtEpochSeconds };
      await documents.send(
        new PutCommand({
          TableName: table,
          Item: { pk: partitionOf(addressRef), sk: "undeliverable", ...marked },
        }),
      );
    },

    isUndeliverable: async (addressRef) => (await get(addressRef, "undeliverable")) !== undefined,
  };
}

function partitionOf(addressRef: string): string {
  return `letters#${addressRef}`;
}
