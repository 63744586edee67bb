import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  PutCommand,
  paginateQuery,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { z } from "zod";
import { type ProcessorAsk, ProcessorAskSchema } from "../../domain/processors/processor-ask.ts";
import type { ProcessorAsks } from "../../operations/ports.ts";
import { isConditionFailure } from "./condition-failure.ts";

const StoredAskSchema = z.object({ ask: ProcessorAskSchema });

/**
 * Returns what third parties are asked about, in a table with the string keys `pk` and `sk` and the time to live
 * `expiresAtEpochSeconds`: a row `request#ID` / `asked#DISCLOSURE` for each thing.
 */
export function dynamodbProcessorAsks(documents: DynamoDBDocumentClient, table: string): ProcessorAsks {
  async function* of(requestId: string): AsyncGenerator<ProcessorAsk> {
    const pages = paginateQuery(
      { client: documents },
      {
        TableName: table,
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: { ":pk": partitionOf(requestId) },
        ConsistentRead: true,
      },
    );
    for await (const { Items = [] } of pages) {
      for (const item of Items) yield StoredAskSchema.parse(item).ask;
    }
  }

  return {
    of,

    async begin(ask, expiresAtEpochSeconds) {
      const Item = { ...keyOf(ask), ask, expiresAtEpochSeconds };
      await unlessOutdated(
        documents.send(
          new PutCommand({ TableName: table, Item, ConditionExpression: "attribute_not_exists(pk)" }),
        ),
      );
    },

    async note(ask) {
      await unlessOutdated(
        documents.send(
          new UpdateCommand({
            TableName: table,
            Key: keyOf(ask),
            UpdateExpression: "SET ask = :ask",
            ConditionExpression: "ask.tries < :tries",
            ExpressionAttributeValues: { ":ask": ask, ":tries": ask.tries },
          }),
        ),
      );
    },

    async forget(requestId) {
      for await (const ask of of(requestId)) {
        await documents.send(new DeleteCommand({ TableName: table, Key: keyOf(ask) }));
      }
    },
  };
}

/** What is there already, or further on, stands: that is what was asked for. */
async function unlessOutdated(write: Promise<unknown>): Promise<void> {
  try {
    await write;
  } catch (error) {
    if (!isConditionFailure(error)) throw error;
  }
}

function keyOf({ requestId, disclosure }: Pick<ProcessorAsk, "requestId" | "disclosure">) {
  return { pk: partitionOf(requestId), sk: `asked#${disclosure.disclosureId}` };
}

function partitionOf(requestId: string): string {
  return `request#${requestId}`;
}
