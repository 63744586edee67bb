import {
  BatchGetCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { z } from "zod";
import { scopeKey } from "../../domain/erasure/scope.ts";
import {
  dueAt,
  type ErasureRequest,
  ErasureRequestSchema,
  isEnded,
  isLookedAtAgain,
  isRun,
  RequestStateSchema,
} from "../../domain/requests/erasure-request.ts";
import type { RequestRegister } from "../../operations/ports.ts";
import { isConditionFailure } from "./condition-failure.ts";
import { partitionOf, ROWS_OF_REQUEST_MAX, requestNotes } from "./dynamodb-request-notes.ts";
import { requestSwitches } from "./dynamodb-request-switches.ts";

/** DynamoDB takes this many keys a call: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html */
const BATCH_GET_KEYS_MAX = 100;
/** One partition of due rows serves 3,000 reads a second, far above what a minute rule asks for. */
const DUE = "due#requests";
const LIST = "list#requests";
/** A few hundred at most: so many as may run at once. */
const RUN = "run#requests";

const StoredDueSchema = z.object({ requestId: z.string(), state: RequestStateSchema });

const StoredRequestSchema = z.object({ request: ErasureRequestSchema });
/**
 * Returns the register over one table with the string keys `pk` and `sk` and the time to live
 * `expiresAtEpochSeconds`.
 *
 * Rows: `request#ID` with `request`, `plan`, `contact` and `store#STORE` · `subject#REF` / `lease#SCOPE` · `due#requests` /
 * `DUE#ID` · `run#requests` / `ID` · `list#requests` / `ID` · the switch and counters of all requests. A request, its due
 * row, its row among those that run and its lease are written in one transaction.
 */
export function dynamodbRequestRegister(documents: DynamoDBDocumentClient, table: string): RequestRegister {
  const get = async (pk: string, sk: string): Promise<Record<string, unknown> | undefined> => {
    const { Item } = await documents.send(
      new GetCommand({ TableName: table, Key: { pk, sk }, ConsistentRead: true }),
    );
    return Item;
  };
  const read = async (requestId: string): Promise<ErasureRequest | undefined> => {
    const item = await get(partitionOf(requestId), "request");
    return item ? StoredRequestSchema.parse(item).request : undefined;
  };

  return {
    async open(request) {
      const lease = leaseKey(request);
      try {
        await documents.send(
          new TransactWriteCommand({
            TransactItems: [
              { Put: { TableName: table, Item: { ...lease, requestId: request.requestId }, ...ifAbsent } },
              { Put: { TableName: table, Item: requestItem(request), ...ifAbsent } },
              { Put: { TableName: table, Item: { pk: LIST, sk: request.requestId } } },
              ...dueRowPuts(table, request),
            ],
          }),
        );
        return { opened: true };
      } catch (error) {
        if (!isConditionFailure(error)) throw error;
        const held = z.object({ requestId: z.string() }).safeParse(await get(lease.pk, lease.sk));
        // The lease was given back between the two calls: the caller looks again.
        return { opened: false, activeRequestId: held.data?.requestId ?? request.requestId };
      }
    },

    read,

    async update(next) {
      const before = await read(next.requestId);
      if (!before || before.revision !== next.revision) return undefined;
      const stored = { ...next, revision: next.revision + 1 };
      try {
        await documents.send(
          new TransactWriteCommand({
            TransactItems: [
              {
                Put: {
                  TableName: table,
                  Item: requestItem(stored),
                  ConditionExpression: "revision = :revision",
                  ExpressionAttributeValues: { ":revision": next.revision },
                },
              },
              ...dueRowChanges(table, before, stored),
              ...runRowChanges(table, before, stored),
              // One that had ended gave its lease back then; another may have it now.
              ...(isEnded(stored) && !isEnded(before) ? [leaseDelete(table, stored)] : []),
            ],
          }),
        );
      } catch (error) {
        if (isConditionFailure(error)) return undefined;
        throw error;
      }
      if ("expiresAtEpochSeconds" in stored.progress && hasNewRows(before, stored)) {
        await expireRows(documents, table, stored.requestId, stored.progress.expiresAtEpochSeconds);
      }
      return stored;
    },

    async list(limit) {
      const { Items = [] } = await documents.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: "pk = :pk",
          ExpressionAttributeValues: { ":pk": LIST },
          ScanIndexForward: false,
          Limit: Math.min(limit, BATCH_GET_KEYS_MAX),
        }),
      );
      const ids = Items.map((item) => z.object({ sk: z.string() }).parse(item).sk);
      return readAll(documents, table, ids);
    },

    async dueBy(now, limit) {
      const { Items = [] } = await documents.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: "pk = :pk AND sk < :after",
          // "$" sorts after "#", so what is due in this very millisecond is included.
          ExpressionAttributeValues: { ":pk": DUE, ":after": `${now.toISOString()}$` },
          ConsistentRead: true,
          Limit: limit,
        }),
      );
      return Items.map((item) => StoredDueSchema.parse(item));
    },

    async countRun() {
      const { Count = 0 } = await documents.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: "pk = :pk",
          ExpressionAttributeValues: { ":pk": RUN },
          ConsistentRead: true,
          Select: "COUNT",
        }),
      );
      return Count;
    },

    ...requestNotes(documents, table),
    ...requestSwitches(documents, table),
  };
}

const ifAbsent = { ConditionExpression: "attribute_not_exists(pk)" };

/** What ends for the first time, or was carried out once more since it had ended. */
function hasNewRows(before: ErasureRequest, after: ErasureRequest): boolean {
  return !isEnded(before) || dueAt(after) === undefined || isLookedAtAgain(before);
}

function requestItem(request: ErasureRequest) {
  const expiry =
    "expiresAtEpochSeconds" in request.progress
      ? { expiresAtEpochSeconds: request.progress.expiresAtEpochSeconds }
      : {};
  const key = { pk: partitionOf(request.requestId), sk: "request" };
  return { ...key, request, revision: request.revision, ...expiry };
}

function dueKey(request: ErasureRequest, due: string) {
  return { pk: DUE, sk: `${due}#${request.requestId}` };
}

function dueRowPuts(table: string, request: ErasureRequest) {
  const due = dueAt(request);
  if (due === undefined) return [];
  const { requestId } = request;
  const Item = { ...dueKey(request, due), requestId, state: request.progress.state };
  return [{ Put: { TableName: table, Item } }];
}

/** One transaction may not name a row twice, so a due time that stays is not touched. */
function dueRowChanges(table: string, before: ErasureRequest, after: ErasureRequest) {
  const was = dueAt(before);
  if (was === dueAt(after)) {
    return before.progress.state === after.progress.state ? [] : dueRowPuts(table, after);
  }
  const removal = was === undefined ? [] : [{ Delete: { TableName: table, Key: dueKey(before, was) } }];
  return [...removal, ...dueRowPuts(table, after)];
}

/** Whoever starts runs counts these first. */
function runRowChanges(table: string, before: ErasureRequest, after: ErasureRequest) {
  if (isRun(before) === isRun(after)) return [];
  const Key = { pk: RUN, sk: after.requestId };
  return [isRun(after) ? { Put: { TableName: table, Item: Key } } : { Delete: { TableName: table, Key } }];
}

/** One open request for each thing that can be erased of a person. */
function leaseKey(request: ErasureRequest) {
  return { pk: `subject#${request.subjectRef}`, sk: `lease#${scopeKey(request)}` };
}

function leaseDelete(table: string, request: ErasureRequest) {
  return {
    Delete: {
      TableName: table,
      Key: leaseKey(request),
      ConditionExpression: "requestId = :requestId",
      ExpressionAttributeValues: { ":requestId": request.requestId },
    },
  };
}

async function readAll(
  documents: DynamoDBDocumentClient,
  table: string,
  ids: readonly string[],
): Promise<readonly ErasureRequest[]> {
  if (ids.length === 0) return [];
  const Keys = ids.map((id) => ({ pk: partitionOf(id), sk: "request" }));
  const { Responses } = await documents.send(
    new BatchGetCommand({ RequestItems: { [table]: { Keys, ConsistentRead: true } } }),
  );
  const found = (Responses?.[table] ?? []).map((item) => StoredRequestSchema.parse(item).request);
  return found.sort((one, other) => other.requestId.localeCompare(one.requestId));
}

/** Gives every other row of an ended request, and its place in the list, the request's own end. */
async function expireRows(
  documents: DynamoDBDocumentClient,
  table: string,
  requestId: string,
  expiresAtEpochSeconds: number,
): Promise<void> {
  const { Items = [] } = await documents.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: "pk = :pk",
      ExpressionAttributeValues: { ":pk": partitionOf(requestId) },
      ProjectionExpression: "pk, sk",
      ConsistentRead: true,
      Limit: ROWS_OF_REQUEST_MAX,
    }),
  );
  const keys = Items.map((item) => z.object({ pk: z.string(), sk: z.string() }).parse(item));
  const others = keys.filter(({ sk }) => sk !== "request" && sk !== "contact");
  for (const Key of [...others, { pk: LIST, sk: requestId }]) {
    await documents.send(
      new UpdateCommand({
        TableName: table,
        Key,
        UpdateExpression: "SET expiresAtEpochSeconds = :at",
        ExpressionAttributeValues: { ":at": expiresAtEpochSeconds },
      }),
    );
  }
}
