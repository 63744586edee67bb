import { ConditionalCheckFailedException, TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { conditionHolds, type Item, type Placeholders } from "./condition.ts";
import { updated } from "./update.ts";

/** What a write asks for, as the document client takes it. */
export interface Write {
  readonly TableName?: string | undefined;
  readonly Item?: Item | undefined;
  readonly Key?: Item | undefined;
  readonly UpdateExpression?: string | undefined;
  readonly ConditionExpression?: string | undefined;
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>> | undefined;
  readonly ExpressionAttributeValues?: Item | undefined;
}

/** What a query asks for. */
export interface Query extends Write {
  readonly KeyConditionExpression?: string | undefined;
  readonly FilterExpression?: string | undefined;
  readonly ScanIndexForward?: boolean | undefined;
  readonly Limit?: number | undefined;
  readonly ExclusiveStartKey?: Item | undefined;
}

/** A change of one item, before it is made. */
export interface Change {
  readonly table: string;
  readonly key: Item;
  readonly before: Item | undefined;
  /** Undefined if it is deleted. */
  readonly after: Item | undefined;
  readonly isAllowed: boolean;
}

/** Tables with the string keys `pk` and `sk`, as DynamoDB answers of them. */
export interface InMemoryTables {
  get(table: string, key: Item): Item | undefined;
  query(query: Query): { readonly items: readonly Item[]; readonly isWhole: boolean };
  /** What a write would change; nothing is changed by asking. */
  planned(write: Write): Change;
  make(change: Change): void;
  readonly size: number;
}

/** Returns tables without items. */
export function inMemoryTables(): InMemoryTables {
  const tables = new Map<string, Map<string, Map<string, Item>>>();
  const partition = (table: string, pk: string): Map<string, Item> | undefined => tables.get(table)?.get(pk);
  const get = (table: string, { pk, sk }: Item): Item | undefined =>
    partition(table, String(pk))?.get(String(sk));
  return {
    get,
    get size() {
      return [...tables.values()]
        .flatMap((one) => [...one.values()])
        .reduce((sum, { size }) => sum + size, 0);
    },
    query(query) {
      const { KeyConditionExpression = "", FilterExpression, Limit = Number.POSITIVE_INFINITY } = query;
      const placeholders = placeholdersOf(query);
      const sorted = [...(partition(tableOf(query), partitionAsked(query)) ?? [])]
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([, item]) => item)
        .filter((item) => conditionHolds(KeyConditionExpression, placeholders, item));
      if (query.ScanIndexForward === false) sorted.reverse();
      const start = query.ExclusiveStartKey?.sk;
      const from = start === undefined ? 0 : sorted.findIndex(({ sk }) => sk === start) + 1;
      const page = sorted.slice(from, from + Limit);
      const items = FilterExpression
        ? page.filter((item) => conditionHolds(FilterExpression, placeholders, item))
        : page;
      return { items, isWhole: from + page.length >= sorted.length };
    },
    planned(write) {
      const table = tableOf(write);
      const key = write.Key ?? { pk: write.Item?.pk, sk: write.Item?.sk };
      const before = get(table, key);
      const placeholders = placeholdersOf(write);
      const { ConditionExpression: condition, UpdateExpression: update } = write;
      const isAllowed = condition === undefined || conditionHolds(condition, placeholders, before);
      const after = update === undefined ? write.Item : updated(update, placeholders, before ?? key);
      return { table, key, before, after, isAllowed };
    },
    make({ table, key, after }) {
      const [pk, sk] = [String(key.pk), String(key.sk)];
      const partitions = tables.get(table) ?? new Map<string, Map<string, Item>>();
      tables.set(table, partitions);
      const items = partitions.get(pk) ?? new Map<string, Item>();
      partitions.set(pk, items);
      if (after) items.set(sk, after);
      else items.delete(sk);
      if (items.size === 0) partitions.delete(pk);
    },
  };
}

/** What DynamoDB throws when the condition of a write does not hold. */
export function conditionFailed(): ConditionalCheckFailedException {
  return new ConditionalCheckFailedException({ $metadata: {}, message: "The conditional request failed" });
}

/** What it throws when that of a write in a transaction does not. */
export function transactionCanceled(changes: readonly Change[]): TransactionCanceledException {
  return new TransactionCanceledException({
    $metadata: {},
    message: "Transaction cancelled",
    CancellationReasons: changes.map(({ isAllowed }) => ({
      Code: isAllowed ? "None" : "ConditionalCheckFailed",
    })),
  });
}

function tableOf({ TableName = "" }: Write): string {
  return TableName;
}

/** A query names one partition: `pk = :placeholder`. */
function partitionAsked({ KeyConditionExpression = "", ExpressionAttributeValues = {} }: Query): string {
  const [, placeholder = ""] = /\bpk = (:\w+)/.exec(KeyConditionExpression) ?? [];
  return String(ExpressionAttributeValues[placeholder]);
}

function placeholdersOf({ ExpressionAttributeNames, ExpressionAttributeValues }: Write): Placeholders {
  return { names: ExpressionAttributeNames, values: ExpressionAttributeValues };
}
