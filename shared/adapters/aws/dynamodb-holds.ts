import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  paginateQuery,
  TransactWriteCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { z } from "zod";
import { HoldSchema } from "../../domain/holds/hold.ts";
import { assertMayBeReleased, changedSeal } from "../../domain/holds/seal.ts";
import type { Holds } from "../../operations/ports.ts";
import { isConditionFailure } from "./condition-failure.ts";

/** All active holds are read before each destructive call: so many would cost more than the deletions. */
const ACTIVE_MAX = 1000;
const ACTIVE = "active";
const HELD_BACK = "request#";

const StoredHoldSchema = z.object({ hold: HoldSchema });

/** More holds are active than are read before a call; nothing was deleted. */
export class TooManyHolds extends Error {
  override readonly name = "TooManyHolds";
}

/**
 * Returns the holds in a table with the string keys `pk` and `sk` and the time to live `expiresAtEpochSeconds`.
 *
 * Rows: `active` / `ID`, a copy that is there until the release · `hold#ID` with `hold` and `request#REQUEST` for each
 * request that it kept something from. The two of a hold are written in one transaction.
 */
export function dynamodbHolds(documents: DynamoDBDocumentClient, table: string): Holds {
  const read: Holds["read"] = async (holdId) => {
    const Key = { pk: partitionOf(holdId), sk: "hold" };
    const { Item } = await documents.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
    return Item ? StoredHoldSchema.parse(Item).hold : undefined;
  };
  const query = (pk: string, beginning: string) =>
    paginateQuery(
      { client: documents },
      {
        TableName: table,
        KeyConditionExpression: "pk = :pk AND begins_with(sk, :beginning)",
        ExpressionAttributeValues: { ":pk": pk, ":beginning": beginning },
        ConsistentRead: true,
      },
    );
  const heldBackBy: Holds["heldBackBy"] = async function* (holdId) {
    for await (const { Items = [] } of query(partitionOf(holdId), HELD_BACK)) {
      for (const item of Items) yield z.object({ sk: z.string() }).parse(item).sk.slice(HELD_BACK.length);
    }
  };
  const expire = async (holdId: string, expiresAtEpochSeconds: number): Promise<void> => {
    for await (const requestId of heldBackBy(holdId)) {
      await documents.send(
        new UpdateCommand({
          TableName: table,
          Key: { pk: partitionOf(holdId), sk: `${HELD_BACK}${requestId}` },
          UpdateExpression: "SET expiresAtEpochSeconds = if_not_exists(expiresAtEpochSeconds, :at)",
          ExpressionAttributeValues: { ":at": expiresAtEpochSeconds },
        }),
      );
    }
  };

  return {
    read,

    async place(hold) {
      const Item = { pk: partitionOf(hold.holdId), sk: "hold", hold };
      const Copy = { pk: ACTIVE, sk: hold.holdId, hold };
      try {
        await documents.send(
          new TransactWriteCommand({
            TransactItems: [
              { Put: { TableName: table, Item, ConditionExpression: "attribute_not_exists(pk)" } },
              { Put: { TableName: table, Item: Copy } },
            ],
          }),
        );
        return hold;
      } catch (error) {
        // Placed before, perhaps by the same call: it may have been released since.
        const standing = isConditionFailure(error) ? await read(hold.holdId) : undefined;
        if (!standing) throw error;
        return standing;
      }
    },

    async active() {
      const holds = [];
      for await (const { Items = [] } of query(ACTIVE, "hold_")) {
        holds.push(...Items.map((item) => StoredHoldSchema.parse(item).hold));
        if (holds.length > ACTIVE_MAX) {
          throw new TooManyHolds(`More than ${ACTIVE_MAX} holds are active: release those that ended.`);
        }
      }
      return holds;
    },

    async release(holdId, released, expiresAtEpochSeconds) {
      const before = await read(holdId);
      if (!before) return undefined;
      if (before.released) {
        // The first release may have been cut short.
        await expire(holdId, expiresAtEpochSeconds);
        return { hold: before, isFirst: false };
      }
      assertMayBeReleased(before, released);
      try {
        await documents.send(
          new TransactWriteCommand({
            TransactItems: [
              {
                Update: {
                  TableName: table,
                  Key: { pk: partitionOf(holdId), sk: "hold" },
                  UpdateExpression: "SET #hold.released = :released, expiresAtEpochSeconds = :at",
                  ConditionExpression: `attribute_exists(pk) AND attribute_not_exists(#hold.released)${
                    before.seal ? " AND #hold.seal.revision = :revision" : ""
                  }`,
                  // DynamoDB keeps the word for itself.
                  ExpressionAttributeNames: { "#hold": "hold" },
                  ExpressionAttributeValues: {
                    ":released": released,
                    ":at": expiresAtEpochSeconds,
                    ...(before.seal ? { ":revision": before.seal.revision } : {}),
                  },
                },
              },
              { Delete: { TableName: table, Key: { pk: ACTIVE, sk: holdId } } },
            ],
          }),
        );
      } catch (error) {
        if (!isConditionFailure(error)) throw error;
        const hold = await read(holdId);
        // Another write is being made at this moment, and has not made it a released one yet: the caller tries again.
        if (!hold?.released) throw error;
        return { hold, isFirst: false };
      }
      await expire(holdId, expiresAtEpochSeconds);
      return { hold: { ...before, released }, isFirst: true };
    },

    async changeSeal(holdId, next) {
      const before = await read(holdId);
      if (!before?.seal || before.released || before.seal.revision !== next.revision) return undefined;
      const hold = changedSeal(before, next);
      const unchanged = {
        ConditionExpression: "#hold.seal.revision = :revision AND attribute_not_exists(#hold.released)",
        ExpressionAttributeNames: { "#hold": "hold" },
        ExpressionAttributeValues: { ":revision": next.revision },
      };
      const rows = [
        { pk: partitionOf(holdId), sk: "hold" },
        { pk: ACTIVE, sk: holdId },
      ];
      try {
        await documents.send(
          new TransactWriteCommand({
            TransactItems: rows.map((row) => ({
              Put: { TableName: table, Item: { ...row, hold }, ...unchanged },
            })),
          }),
        );
      } catch (error) {
        // Somebody else changed or released it at this moment.
        if (isConditionFailure(error)) return undefined;
        throw error;
      }
      return hold;
    },

    async noteHeldBack(holdId, requestId) {
      const Item = { pk: partitionOf(holdId), sk: `${HELD_BACK}${requestId}` };
      await documents.send(new PutCommand({ TableName: table, Item }));
    },

    heldBackBy,
  };
}

function partitionOf(holdId: string): string {
  return `hold#${holdId}`;
}
