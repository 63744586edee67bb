import {
  type AttributeValue,
  GetItemCommand,
  PutItemCommand,
  ResourceNotFoundException,
  ScanCommand,
} from "@aws-sdk/client-dynamodb";
import { type DynamoDBDocumentClient, paginateScan } from "@aws-sdk/lib-dynamodb";
import type { RetainedStore } from "../../domain/policy/retained-stores.ts";
import type { RestoredThing } from "../../domain/restore/restored-thing.ts";
import type { ClockTable } from "../../domain/retention/clock-rules.ts";
import { itemKeyText, locatedOwner, ownerOf } from "../../domain/retention/thing-owner.ts";
import type { ExpiringStore, HandedOverHow, QuarantinedStore } from "../../operations/ports.ts";
import { atOnce } from "../at-once.ts";
import { isConditionFailure } from "../aws/condition-failure.ts";
import { dynamodbExpiringStore } from "../stores/dynamodb/expire.ts";
import { dynamodbRetainer, type RetainingPorts } from "../stores/dynamodb/retain.ts";
import { attributesOfLife, retainedLife } from "../stores/dynamodb/retained-life.ts";
import { keyOf, keysAnd, keyTextOf } from "../stores/dynamodb/thing-key.ts";
import { removeThroughGate } from "./through-gate.ts";

/** As many as the SDK keeps connections open for. */
const COPIES_AT_ONCE = 50;

/** A table store, and the table in which a copy of it lies. */
export interface QuarantinedTable {
  readonly documents: DynamoDBDocumentClient;
  readonly store: ClockTable;
  readonly from: string;
  readonly to: string;
  /** Of a table of which a law keeps a part of each record. */
  readonly retained: RetainedStore | undefined;
  readonly retaining: RetainingPorts;
  /** The store as the service reads it. */
  readonly live: ExpiringStore;
  /** True once everything may have been handed over: then a run that was cut short may have put the table away. */
  readonly mayBeGone: boolean;
}

type Item = Record<string, AttributeValue>;

/** Returns the items of a table store that lie in quarantine. */
export function quarantinedTable(copy: QuarantinedTable): QuarantinedStore {
  const { documents, store, from, retained, live } = copy;
  const lying = dynamodbExpiringStore(documents, from, store, retained);
  return {
    storeId: store.id,
    async *list() {
      try {
        yield* scanned(copy);
      } catch (error) {
        if (!(copy.mayBeGone && error instanceof ResourceNotFoundException)) throw error;
      }
    },
    async *look() {
      for await (const { Items = [] } of paginateScan(
        { client: documents },
        { TableName: from, ConsistentRead: true },
      )) {
        yield Items.flatMap((item) => looked(copy, item));
      }
    },
    remove: (things, gate) => removeThroughGate(lying, things, gate),
    ...(retained === undefined
      ? {}
      : {
          cut: (owner, gate) =>
            dynamodbRetainer(documents, from, retained, copy.retaining).erase(
              owner,
              gate,
              async () => undefined,
            ),
        }),
    handOver: (things) => atOnce(COPIES_AT_ONCE, things, (one) => handOverOne(copy, one)),
    takeBack: (things, gate) => removeThroughGate(live, things, gate),
  };
}

async function* scanned(copy: QuarantinedTable): AsyncIterable<readonly RestoredThing[]> {
  const { documents, store, from, retained } = copy;
  const located = store.kind === "dynamodb-index" ? [store.locatedBy.partitionKey.attribute] : [];
  const attributes = [...(retained ? attributesOfLife(retained) : []), ...located];
  let start: Item | undefined;
  do {
    const page = await documents.send(
      new ScanCommand({
        TableName: from,
        ConsistentRead: true,
        ...keysAnd(store, attributes),
        ...(start ? { ExclusiveStartKey: start } : {}),
      }),
    );
    yield (page.Items ?? []).flatMap((item) => {
      const key = keyTextOf(store, item);
      return key === undefined ? [] : [restored(copy, key, item)];
    });
    start = page.LastEvaluatedKey;
  } while (start);
}

function restored({ store, retained }: QuarantinedTable, key: string, item: Item): RestoredThing {
  const owner =
    store.kind === "dynamodb-index"
      ? locatedOwner(store, item[store.locatedBy.partitionKey.attribute]?.S)
      : ownerOf(store, key);
  const life = retained && retainedLife(retained, item);
  return {
    thing: { store: store.id, key },
    ...(owner === undefined ? {} : { owner }),
    ...(life ? { retained: life } : {}),
  };
}

/** The same from what the document client reads, of which only texts and numbers are looked at. */
function looked(copy: QuarantinedTable, item: Readonly<Record<string, unknown>>): readonly RestoredThing[] {
  const { partitionKey, sortKey } = copy.store;
  const values: Item = {};
  for (const [name, value] of Object.entries(item)) {
    if (typeof value === "string") values[name] = { S: value };
    if (typeof value === "number") values[name] = { N: String(value) };
  }
  const [partition, sort] = [values[partitionKey.attribute]?.S, sortKey && values[sortKey.attribute]?.S];
  return partition === undefined ? [] : [restored(copy, itemKeyText(partition, sort), values)];
}

/** As DynamoDB writes it: nothing is lost by being read and written again. */
async function handOverOne(
  { documents, store, from, to }: QuarantinedTable,
  { thing }: RestoredThing,
): Promise<HandedOverHow> {
  const Key = Object.fromEntries(Object.entries(keyOf(store, thing)).map(([name, S]) => [name, { S }]));
  const { Item } = await documents.send(new GetItemCommand({ TableName: from, Key, ConsistentRead: true }));
  // Another run handed it over and removed it.
  if (!Item) return "there-already";
  try {
    await documents.send(
      new PutItemCommand({
        TableName: to,
        Item,
        ConditionExpression: "attribute_not_exists(#partition)",
        ExpressionAttributeNames: { "#partition": store.partitionKey.attribute },
      }),
    );
    return "handed-over";
  } catch (error) {
    if (isConditionFailure(error)) return "there-already";
    throw error;
  }
}
