import { type AttributeValue, ScanCommand } from "@aws-sdk/client-dynamodb";
import { DeleteCommand, type DynamoDBDocumentClient, GetCommand, paginateQuery } from "@aws-sdk/lib-dynamodb";
import { subjectIdOf } from "../../../domain/erasure/subject-id.ts";
import type { DynamodbStore } from "../../../domain/policy/store.ts";
import { chunks } from "../../../domain/retention/pack-due-rows.ts";
import { sessionThing } from "../../../domain/retention/session-of-thing.ts";
import type { Thing } from "../../../domain/retention/thing.ts";
import { itemKeyValues } from "../../../domain/retention/thing-owner.ts";
import type {
  DeleteGate,
  ExpiredHow,
  ExpiringStore,
  SeenThing,
  ThingToExpire,
} from "../../../operations/ports.ts";
import { atOnce } from "../../at-once.ts";
import { isConditionFailure } from "../../aws/condition-failure.ts";
import { keyOf, keysAlone, keyTextOf } from "./thing-key.ts";

/** The gate is asked once for so many: a hold or a pause stops the rest within a second. */
const ITEMS_PER_GATE = 100;
/** As many as the SDK keeps connections open for. */
const CALLS_AT_ONCE = 50;

/**
 * Returns the items of a table store, as the clock lists and deletes them. A table tells nothing of when an item was
 * stored; its stream does.
 */
export function dynamodbExpiringStore(
  documents: DynamoDBDocumentClient,
  table: string,
  store: DynamodbStore,
): ExpiringStore {
  return {
    storeId: store.id,

    async expire(things, gate) {
      const parts: (readonly ExpiredHow[])[] = [];
      for (const part of chunks(things, ITEMS_PER_GATE)) {
        parts.push(await deletePart(documents, table, store, part, gate));
      }
      return parts.flat();
    },

    async see(thing) {
      const { Item } = await documents.send(
        new GetCommand({
          TableName: table,
          Key: keyOf(store, thing),
          ConsistentRead: true,
          ...keysAlone(store),
        }),
      );
      return Item && { thing, bytes: 0 };
    },

    list: (after) => listItems(documents, table, store, after),

    async *listSession(subject, session) {
      const all = sessionThing(store, { subject: subjectIdOf(subject), session });
      if (all) yield* listUnder(documents, table, store, all);
    },
  };
}

/** Each by a call of its own, which alone can say that it was gone before. */
async function deletePart(
  documents: DynamoDBDocumentClient,
  table: string,
  store: DynamodbStore,
  things: readonly ThingToExpire[],
  gate: DeleteGate,
): Promise<readonly ExpiredHow[]> {
  const entries = things.map(({ thing, createdAt }) => {
    const values = itemKeyValues(thing.key) ?? [];
    return { thing, id: values.join("\n"), item: values.at(-1) ?? "", createdAt: new Date(createdAt) };
  });
  const answer = await gate.mayDelete(entries);
  if (!answer.proceed) return things.map(() => "stopped");
  const free = new Set(answer.free);
  return atOnce(CALLS_AT_ONCE, entries, async (entry) => {
    if (!free.has(entry)) return "held";
    try {
      await documents.send(
        new DeleteCommand({
          TableName: table,
          Key: keyOf(store, entry.thing),
          ConditionExpression: "attribute_exists(#partition)",
          ExpressionAttributeNames: { "#partition": store.partitionKey.attribute },
        }),
      );
      return "deleted";
    } catch (error) {
      if (isConditionFailure(error)) return "absent";
      throw error;
    }
  });
}

/** Yields the items of one partition whose sort key begins so. */
async function* listUnder(
  documents: DynamoDBDocumentClient,
  table: string,
  store: DynamodbStore,
  beginning: Thing,
): AsyncIterable<readonly SeenThing[]> {
  const [partition = "", sort = ""] = itemKeyValues(beginning.key) ?? [];
  const pages = paginateQuery(
    { client: documents },
    {
      TableName: table,
      ...keysAlone(store),
      KeyConditionExpression: "#partition = :partition AND begins_with(#sort, :beginning)",
      ExpressionAttributeValues: { ":partition": partition, ":beginning": sort },
      ConsistentRead: true,
    },
  );
  for await (const { Items = [] } of pages) {
    yield Items.flatMap((item) => {
      const key = keyTextOf(store, textAttributes(item));
      return key === undefined ? [] : [{ thing: { store: store.id, key }, bytes: 0 }];
    });
  }
}

/** As DynamoDB writes them, of which only texts count. */
function textAttributes(item: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(
    Object.entries(item).map(([name, value]) => [name, typeof value === "string" ? { S: value } : {}]),
  );
}

async function* listItems(
  documents: DynamoDBDocumentClient,
  table: string,
  store: DynamodbStore,
  after: string | undefined,
): AsyncIterable<readonly SeenThing[]> {
  let start: Record<string, AttributeValue> | undefined;
  if (after !== undefined) {
    const values = Object.entries(keyOf(store, { store: store.id, key: after }));
    start = Object.fromEntries(values.map(([name, S]) => [name, { S }]));
  }
  do {
    const page = await documents.send(
      new ScanCommand({
        TableName: table,
        ConsistentRead: true,
        ...keysAlone(store),
        ...(start ? { ExclusiveStartKey: start } : {}),
      }),
    );
    yield (page.Items ?? []).flatMap((item) => {
      const key = keyTextOf(store, item);
      return key === undefined ? [] : [{ thing: { store: store.id, key }, bytes: 0 }];
    });
    start = page.LastEvaluatedKey;
  } while (start);
}
