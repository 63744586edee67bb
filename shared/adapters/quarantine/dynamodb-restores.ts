import {
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  TransactWriteCommand,
} from "@aws-sdk/lib-dynamodb";
import { z } from "zod";
import { hasEnded, type Restore, RestoreSchema } from "../../domain/restore/restore.ts";
import type { Restores } from "../../operations/ports.ts";
import { isConditionFailure } from "../aws/condition-failure.ts";

const PARTITION = "RESTORES";
const DAY_MS = 86_400_000;
/** A page of them: a restore is a rare thing. */
const LISTED_MAX = 1000;

const StoredRestoreSchema = z.object({ restore: RestoreSchema });
const OpenRowSchema = z.object({ restoreId: z.string() });

/**
 * Returns the restores in a table with the string keys `pk` and `sk` and the time to live `expiresAtEpochSeconds`. Rows,
 * all in one partition: `restore#ID`, and `open#SLOT` that names the one under way there.
 *
 * @param keptDays for how long one that has ended is on record.
 */
export function dynamodbRestores(
  documents: DynamoDBDocumentClient,
  table: string,
  keptDays: number,
): Restores {
  const at = (sk: string) => ({ TableName: table, Key: { pk: PARTITION, sk } });
  const read: Restores["read"] = async (restoreId) => {
    const { Item } = await documents.send(
      new GetCommand({ ...at(`restore#${restoreId}`), ConsistentRead: true }),
    );
    return Item ? StoredRestoreSchema.parse(Item).restore : undefined;
  };
  const itemOf = (restore: Restore) => ({
    pk: PARTITION,
    sk: `restore#${restore.restoreId}`,
    restore,
    expiresAtEpochSeconds: Math.ceil((Date.parse(restore.openedAt) + keptDays * DAY_MS) / 1000),
  });
  return {
    read,

    async open(restore) {
      const row = { pk: PARTITION, sk: `open#${restore.slot}`, restoreId: restore.restoreId };
      const isNew = { TableName: table, ConditionExpression: "attribute_not_exists(pk)" };
      try {
        const TransactItems = [
          { Put: { Item: row, ...isNew } },
          { Put: { Item: itemOf(restore), ...isNew } },
        ];
        await documents.send(new TransactWriteCommand({ TransactItems }));
        return restore;
      } catch (error) {
        if (!isConditionFailure(error)) throw error;
        const { Item } = await documents.send(new GetCommand({ ...at(row.sk), ConsistentRead: true }));
        const open = Item && (await read(OpenRowSchema.parse(Item).restoreId));
        if (!open) throw error;
        return open;
      }
    },

    async update(next) {
      const so = { ...next, revision: next.revision + 1 };
      const isSame = {
        ConditionExpression: "#restore.revision = :revision",
        // DynamoDB keeps some words for itself, and may come to keep this one.
        ExpressionAttributeNames: { "#restore": "restore" },
        ExpressionAttributeValues: { ":revision": next.revision },
      };
      const put = { Put: { TableName: table, Item: itemOf(so), ...isSame } };
      const TransactItems = hasEnded(so)
        ? [put, { Delete: { TableName: table, Key: { pk: PARTITION, sk: `open#${so.slot}` } } }]
        : [put];
      try {
        await documents.send(new TransactWriteCommand({ TransactItems }));
        return so;
      } catch (error) {
        if (isConditionFailure(error)) return undefined;
        throw error;
      }
    },

    async list(limit) {
      const { Items = [] } = await documents.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: "pk = :pk AND begins_with(sk, :restore)",
          ExpressionAttributeValues: { ":pk": PARTITION, ":restore": "restore#" },
          ConsistentRead: true,
          Limit: LISTED_MAX,
        }),
      );
      return Items.map((item) => StoredRestoreSchema.parse(item).restore)
        .sort((one, other) => other.openedAt.localeCompare(one.openedAt))
        .slice(0, limit);
    },
  };
}
