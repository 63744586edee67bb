import {
  type AttributeValue,
  DynamoDBClient,
  QueryCommand,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import {
  QueryCommand as DocumentQueryCommand,
  DynamoDBDocumentClient,
  ScanCommand,
} from "@aws-sdk/lib-dynamodb";
import { mockClient } from "aws-sdk-client-mock";
import { canonicalJson } from "../../../shared/domain/canonical-json.ts";
import { plainItem } from "./plain-item.ts";

/** An item as DynamoDB writes it. */
export type Item = Readonly<Record<string, AttributeValue>>;

/** Small, so that a few items are several pages. */
const PAGE = 7;

/** A table in memory, behind a real client, which takes queries of one partition and transactions of puts and deletes. */
export interface InMemoryTable {
  readonly documents: DynamoDBDocumentClient;
  put(items: readonly Item[]): Promise<void>;
  items(): Promise<readonly Item[]>;
  remove(item: Item): Promise<void>;
  clear(): void;
}

/** Returns an empty table with two string keys. */
export function inMemoryTable(partition: string, sort: string): InMemoryTable {
  const documents = DynamoDBDocumentClient.from(new DynamoDBClient({ region: "eu-central-1" }));
  const aws = mockClient(documents);
  const items = new Map<string, Item>();
  const keyOf = (item: Item | undefined) => `${item?.[partition]?.S}\n${item?.[sort]?.S}`;

  const pageOf = (
    wanted: AttributeValue | undefined,
    after: Item | undefined,
    attributes: readonly string[],
  ) => {
    const rest = [...items.values()]
      .filter((item) => item[partition]?.S === wanted?.S)
      .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
      .filter((item) => after === undefined || keyOf(item) > keyOf(after));
    const page = rest.slice(0, PAGE);
    const last = page.at(-1);
    const LastEvaluatedKey = rest.length > PAGE && last ? only(last, [partition, sort]) : undefined;
    const Items = attributes.length > 0 ? page.map((item) => only(item, attributes)) : page;
    return { Items, Count: page.length, ...(LastEvaluatedKey ? { LastEvaluatedKey } : {}) };
  };

  aws.on(QueryCommand).callsFake(async (input: QueryCommand["input"]) => {
    const wanted =
      input.ExpressionAttributeValues?.[":subject"] ??
      input.KeyConditions?.[partition]?.AttributeValueList?.[0];
    const names = input.ProjectionExpression?.split(", ") ?? [];
    const attributes = names.map((name) => input.ExpressionAttributeNames?.[name] ?? name);
    return pageOf(wanted, input.ExclusiveStartKey, attributes);
  });
  aws.on(DocumentQueryCommand).callsFake(async (input: DocumentQueryCommand["input"]) => {
    const [S] = input.KeyConditions?.[partition]?.AttributeValueList ?? [];
    const { Items, Count, LastEvaluatedKey } = pageOf(
      { S: String(S) },
      marshalledKey(input.ExclusiveStartKey),
      [],
    );
    const key = LastEvaluatedKey && plainItem(LastEvaluatedKey);
    return { Items: Items.map((item) => plainItem(item)), Count, ...(key ? { LastEvaluatedKey: key } : {}) };
  });
  aws
    .on(TransactWriteItemsCommand)
    .callsFake(async ({ TransactItems = [] }: TransactWriteItemsCommand["input"]) => {
      const refused = TransactItems.map(
        ({ Delete }) => Delete && !holds(Delete, items.get(keyOf(Delete.Key))),
      );
      if (refused.includes(true)) {
        throw new TransactionCanceledException({
          message: "Transaction cancelled",
          $metadata: {},
          CancellationReasons: refused.map((is) => ({ Code: is ? "ConditionalCheckFailed" : "None" })),
        });
      }
      for (const { Delete, Put } of TransactItems) {
        if (Delete) items.delete(keyOf(Delete.Key));
        if (Put?.Item) items.set(keyOf(Put.Item), Put.Item);
      }
      return {};
    });

  aws.on(ScanCommand).callsFake(async () => ({ Items: [...items.values()].map((item) => plainItem(item)) }));

  return {
    documents,
    put: async (more) => {
      for (const item of more) items.set(keyOf(item), item);
    },
    items: async () => structuredClone([...items.values()]),
    remove: async (item) => {
      items.delete(keyOf(item));
    },
    clear: () => items.clear(),
  };
}

function marshalledKey(key: Record<string, unknown> | undefined): Item | undefined {
  return key && Object.fromEntries(Object.entries(key).map(([name, text]) => [name, { S: String(text) }]));
}

function only(item: Item, attributes: readonly string[]): Record<string, AttributeValue> {
  return Object.fromEntries(Object.entries(item).filter(([name]) => attributes.includes(name)));
}

/** Judges a condition of parts that all must hold: an attribute is there, is not, or is equal. */
function holds(write: NonNullable<TransactWriteItem["Delete"]>, item: Item | undefined): boolean {
  const {
    ConditionExpression = "",
    ExpressionAttributeNames: names = {},
    ExpressionAttributeValues: values = {},
  } = write;
  return ConditionExpression.split(" AND ").every((part) => {
    const [, name = ""] = /(#\w+)/.exec(part) ?? [];
    const value = item?.[names[name] ?? ""];
    if (part.startsWith("attribute_exists")) return value !== undefined;
    if (part.startsWith("attribute_not_exists")) return value === undefined;
    const [, wanted = ""] = / = (:\w+)$/.exec(part) ?? [];
    return value !== undefined && canonicalJson(value) === canonicalJson(values[wanted]);
  });
}
