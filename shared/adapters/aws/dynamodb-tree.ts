import { type DynamoDBDocumentClient, GetCommand, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { z } from "zod";
import { EMPTY_TREE } from "../../domain/ledger/merkle-tree.ts";
import type { TreeStore } from "../../operations/ports.ts";
import { REAL_TIME, type WaitingTime } from "../stores/real-time.ts";
import { isConditionFailure } from "./condition-failure.ts";

/** A hundred certificates at once write to one edge: whoever lost waits up to this long, by chance, so that they part. */
const PARTING_MS = 200;
const INDEX_DIGITS = 12;
const EDGE = { pk: "tree", sk: "edge" };

const StoredEdgeSchema = z.object({ size: z.number().int(), peaks: z.array(z.string()) });
const StoredNodeSchema = z.object({ hash: z.string() });
const StoredLeafSchema = z.object({ data: z.string() });

/**
 * Returns the tree in a table with the string keys `pk` and `sk`: `tree` / `edge`, `leaf` / number, `node#LEVEL` /
 * number. Leaves and nodes are written once; the edge moves only from the size that was read.
 */
export function dynamodbTree(
  documents: DynamoDBDocumentClient,
  table: string,
  time: WaitingTime = REAL_TIME,
): TreeStore {
  const get = async (key: { pk: string; sk: string }): Promise<Record<string, unknown> | undefined> => {
    const { Item } = await documents.send(
      new GetCommand({ TableName: table, Key: key, ConsistentRead: true }),
    );
    return Item;
  };
  return {
    async head() {
      const item = await get(EDGE);
      return item ? StoredEdgeSchema.parse(item) : EMPTY_TREE;
    },

    async extend({ fromSize, leaves, nodes, size, peaks }) {
      const once = { TableName: table, ConditionExpression: "attribute_not_exists(pk)" };
      const edgeCondition =
        fromSize === 0
          ? { ConditionExpression: "attribute_not_exists(pk)" }
          : {
              // `size` is a word that DynamoDB keeps for itself.
              ConditionExpression: "#size = :from",
              ExpressionAttributeNames: { "#size": "size" },
              ExpressionAttributeValues: { ":from": fromSize },
            };
      try {
        await documents.send(
          new TransactWriteCommand({
            TransactItems: [
              { Put: { TableName: table, Item: { ...EDGE, size, peaks }, ...edgeCondition } },
              ...leaves.map((data, at) => ({ Put: { ...once, Item: { ...leafKey(fromSize + at), data } } })),
              ...nodes.map(({ level, index, hash }) => ({
                Put: { ...once, Item: { ...nodeKey(level, index), hash } },
              })),
            ],
          }),
        );
        return true;
      } catch (error) {
        if (!isConditionFailure(error)) throw error;
        await time.pause(Math.random() * PARTING_MS);
        return false;
      }
    },

    async node(level, index) {
      const item = await get(nodeKey(level, index));
      return item && StoredNodeSchema.parse(item).hash;
    },

    async leaf(index) {
      const item = await get(leafKey(index));
      return item && StoredLeafSchema.parse(item).data;
    },
  };
}

function leafKey(index: number) {
  return { pk: "leaf", sk: String(index).padStart(INDEX_DIGITS, "0") };
}

function nodeKey(level: number, index: number) {
  return { pk: `node#${level}`, sk: String(index).padStart(INDEX_DIGITS, "0") };
}
