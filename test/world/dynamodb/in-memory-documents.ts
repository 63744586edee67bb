import { DescribeTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import {
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { mockClient } from "aws-sdk-client-mock";
import { type Consumed, consumed } from "./consumed.ts";
import {
  type Change,
  conditionFailed,
  type InMemoryTables,
  inMemoryTables,
  type Query,
  transactionCanceled,
  type Write,
} from "./in-memory-tables.ts";

/** A client whose tables are in memory, and what DynamoDB would have billed for its calls. */
export interface InMemoryDocuments {
  readonly documents: DynamoDBDocumentClient;
  readonly tables: InMemoryTables;
  readonly consumed: Consumed;
}

/**
 * Returns a document client over empty tables with the keys `pk` and `sk`, so that adapters run as they are, without a
 * server. It knows the commands that adapters of ours send, and no throttling.
 */
export function inMemoryDocuments(): InMemoryDocuments {
  const documents = DynamoDBDocumentClient.from(new DynamoDBClient({ region: "us-east-1" }));
  const tables = inMemoryTables();
  const bill = consumed();
  const aws = mockClient(documents);

  const write = (input: Write): Change => {
    const change = tables.planned(input);
    bill.wrote(change);
    if (!change.isAllowed) throw conditionFailed();
    tables.make(change);
    return change;
  };
  // Nobody knows since when it is there.
  aws.on(DescribeTableCommand).resolves({ Table: {} });
  aws.on(PutCommand).callsFake(async (input: Write) => {
    write(input);
    return {};
  });
  aws.on(UpdateCommand).callsFake(async (input: Write) => ({ Attributes: write(input).after }));
  aws.on(DeleteCommand).callsFake(async (input: Write) => ({ Attributes: write(input).before }));
  aws.on(GetCommand).callsFake(async ({ TableName = "", Key = {}, ConsistentRead }: GetCommand["input"]) => {
    const item = tables.get(TableName, Key);
    bill.read(item ? [item] : [], ConsistentRead ?? false);
    return item ? { Item: item } : {};
  });
  aws.on(QueryCommand).callsFake(async (input: Query & { readonly ConsistentRead?: boolean }) => {
    const { items, isWhole } = tables.query(input);
    bill.read(items, input.ConsistentRead ?? false);
    const last = items.at(-1);
    return { Items: items, ...(isWhole || !last ? {} : { LastEvaluatedKey: { pk: last.pk, sk: last.sk } }) };
  });
  aws.on(BatchGetCommand).callsFake(async ({ RequestItems = {} }: BatchGetCommand["input"]) => ({
    Responses: Object.fromEntries(
      Object.entries(RequestItems).map(([table, { Keys = [], ConsistentRead }]) => {
        const found = Keys.map((key) => tables.get(table, key));
        // Each by itself: items of one call are not added up before they are rounded.
        for (const item of found) bill.read(item ? [item] : [], ConsistentRead ?? false);
        return [table, found.filter((item) => item !== undefined)];
      }),
    ),
  }));
  aws.on(BatchWriteCommand).callsFake(async ({ RequestItems = {} }: BatchWriteCommand["input"]) => {
    for (const [TableName, requests] of Object.entries(RequestItems)) {
      for (const { PutRequest, DeleteRequest } of requests)
        write({ TableName, ...PutRequest, ...DeleteRequest });
    }
    return {};
  });
  aws.on(TransactWriteCommand).callsFake(async ({ TransactItems = [] }: TransactWriteCommand["input"]) => {
    const changes = TransactItems.map(({ Put, Update, Delete, ConditionCheck }) =>
      tables.planned({ ...Put, ...Update, ...Delete, ...ConditionCheck }),
    );
    for (const change of changes) bill.wroteInTransaction(change);
    if (changes.some(({ isAllowed }) => !isAllowed)) throw transactionCanceled(changes);
    for (const [at, change] of changes.entries()) if (!TransactItems[at]?.ConditionCheck) tables.make(change);
    return {};
  });
  return { documents, tables, consumed: bill };
}
