import { type AttributeValue, GetItemCommand, ScanCommand } from "@aws-sdk/client-dynamodb";
import { type DynamoDBDocumentClient, paginateQuery } from "@aws-sdk/lib-dynamodb";
import type { SubjectId } from "../../../domain/erasure/subject-id.ts";
import type { RetainedStore } from "../../../domain/policy/retained-stores.ts";
import type { IndexedStore } from "../../../domain/policy/table-stores.ts";
import type { ClockTable } from "../../../domain/retention/clock-rules.ts";
import type { Thing } from "../../../domain/retention/thing.ts";
import { itemKeyValues, locatedOwner } from "../../../domain/retention/thing-owner.ts";
import type { SeenThing } from "../../../operations/ports.ts";
import { attributesOfLife, retainedLife } from "./retained-life.ts";
import { keyOf, keysAlone, keysAnd, keyTextOf } from "./thing-key.ts";

/** A table as the clock works on it. */
export interface WorkedTable {
  readonly documents: DynamoDBDocumentClient;
  readonly table: string;
  readonly store: ClockTable;
  readonly retained: RetainedStore | undefined;
}

/** Looks at one item; undefined if it is not there. */
export async function lookAtItem(
  { documents, table, store, retained }: WorkedTable,
  thing: Thing,
): Promise<SeenThing | undefined> {
  const { Item } = await documents.send(
    new GetItemCommand({
      TableName: table,
      Key: attributeValues(keyOf(store, thing)),
      ConsistentRead: true,
      ...keysAnd(store, retained ? attributesOfLife(retained) : []),
    }),
  );
  return Item && seenItem(thing, Item, retained);
}

/** Reads off an item whose it is that an index finds; undefined if it is gone, or nobody's. */
export async function ownerOfItem(
  { documents, table }: WorkedTable,
  store: IndexedStore,
  thing: Thing,
): Promise<SubjectId | undefined> {
  const { attribute } = store.locatedBy.partitionKey;
  const { Item } = await documents.send(
    new GetItemCommand({
      TableName: table,
      Key: attributeValues(keyOf(store, thing)),
      ConsistentRead: true,
      ProjectionExpression: "#located",
      ExpressionAttributeNames: { "#located": attribute },
    }),
  );
  return locatedOwner(store, Item?.[attribute]?.S);
}

function seenItem(
  thing: Thing,
  item: Readonly<Record<string, AttributeValue>>,
  retained: RetainedStore | undefined,
): SeenThing {
  const life = retained && retainedLife(retained, item);
  return { thing, bytes: 0, ...(life ? { retained: life } : {}) };
}

/** Yields the items of one partition whose sort key begins so. */
export async function* listItemsUnder(
  { documents, table, store }: WorkedTable,
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

/** As DynamoDB writes them. */
function attributeValues(key: Readonly<Record<string, string>>): Record<string, AttributeValue> {
  return Object.fromEntries(Object.entries(key).map(([name, S]) => [name, { S }]));
}

/** Yields every item of a table, from the one after a key on. */
export async function* listItems(
  { documents, table, store, retained }: WorkedTable,
  after: string | undefined,
): AsyncIterable<readonly SeenThing[]> {
  let start: Record<string, AttributeValue> | undefined =
    after === undefined ? undefined : attributeValues(keyOf(store, { store: store.id, key: after }));
  do {
    const page = await documents.send(
      new ScanCommand({
        TableName: table,
        ConsistentRead: true,
        ...keysAnd(store, retained ? attributesOfLife(retained) : []),
        ...(start ? { ExclusiveStartKey: start } : {}),
      }),
    );
    yield (page.Items ?? []).flatMap((item) => {
      const key = keyTextOf(store, item);
      return key === undefined ? [] : [seenItem({ store: store.id, key }, item, retained)];
    });
    start = page.LastEvaluatedKey;
  } while (start);
}
