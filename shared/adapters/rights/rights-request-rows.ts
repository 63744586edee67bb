import type { TransactWriteCommandInput } from "@aws-sdk/lib-dynamodb";
import { sha256Hex } from "../../domain/canonical-json.ts";
import { hasEnded, type RightsRequest } from "../../domain/rights/rights-request.ts";
import { subjectMatterOf } from "../../domain/rights/subject-matter.ts";

type Rows = NonNullable<TransactWriteCommandInput["TransactItems"]>;

/** All of them by id: people ask a few times a day, which one partition serves. */
export const LIST = "list#rights-requests";
export const OPEN_OF_ADDRESS = "open#";

const ifAbsent = { ConditionExpression: "attribute_not_exists(pk)" };

/** Which request holds a lock; undefined: none does. */
export interface LockHolders {
  /** Of what the request was about. */
  readonly before: string | undefined;
  /** Of what it is about now. */
  readonly after: string | undefined;
}

/**
 * Returns the writes that open a request, for one transaction: `request#ID` / `request` with all of it, its place in the
 * list, and while it is open `address#REF` / `open#ID` by which its address finds it, and `address#REF` / `lock#MATTER`,
 * which is there once for each matter.
 */
export function openedRows(table: string, request: RightsRequest): Rows {
  return [
    { Put: { TableName: table, Item: requestItem(request), ...ifAbsent } },
    { Put: { TableName: table, Item: listItem(request) } },
    ...(hasEnded(request)
      ? []
      : [
          { Put: { TableName: table, Item: openItem(request) } },
          { Put: { TableName: table, Item: lockItem(request), ...ifAbsent } },
        ]),
  ];
}

/** Returns the writes that change one: if somebody was faster with it or with its lock, none of them is made. */
export function changedRows(
  table: string,
  change: { readonly before: RightsRequest; readonly after: RightsRequest; readonly holders: LockHolders },
): Rows {
  const { before, after } = change;
  const request = {
    Put: {
      TableName: table,
      Item: requestItem(after),
      ConditionExpression: "revision = :revision",
      ExpressionAttributeValues: { ":revision": before.revision },
    },
  };
  const isListedRight = endFields(before).expiresAtEpochSeconds === endFields(after).expiresAtEpochSeconds;
  const list = isListedRight ? [] : [{ Put: { TableName: table, Item: listItem(after) } }];
  return [request, ...list, ...openRowChange(table, change), ...lockChanges(table, change)];
}

function openRowChange(table: string, { before, after }: Parameters<typeof changedRows>[1]): Rows {
  if (hasEnded(before) === hasEnded(after)) return [];
  const { pk, sk } = openItem(after);
  return hasEnded(after)
    ? [{ Delete: { TableName: table, Key: { pk, sk } } }]
    : [{ Put: { TableName: table, Item: openItem(after) } }];
}

/** Gives back the lock that it does not need any more, and takes the one that it needs now unless another has it. */
function lockChanges(table: string, { before, after, holders }: Parameters<typeof changedRows>[1]): Rows {
  const { rightsRequestId } = after;
  const isSame = lockKeyOf(before).sk === lockKeyOf(after).sk;
  const isLeft = holders.before === rightsRequestId && (hasEnded(after) || !isSame);
  const isTaken = holders.after === undefined && !hasEnded(after);
  return [
    ...(isLeft
      ? [
          {
            Delete: {
              TableName: table,
              Key: lockKeyOf(before),
              ConditionExpression: "rightsRequestId = :id",
              ExpressionAttributeValues: { ":id": rightsRequestId },
            },
          },
        ]
      : []),
    ...(isTaken ? [{ Put: { TableName: table, Item: lockItem(after), ...ifAbsent } }] : []),
  ];
}

export function requestKey(rightsRequestId: string) {
  return { pk: `request#${rightsRequestId}`, sk: "request" };
}

export function partitionOfAddress(addressRef: string): string {
  return `address#${addressRef}`;
}

/** A digest, for a sort key ends at 1,024 bytes and what is asked for does not belong into a key. */
export function lockKeyOf(request: RightsRequest) {
  return { pk: partitionOfAddress(request.addressRef), sk: `lock#${sha256Hex(subjectMatterOf(request))}` };
}

function requestItem(request: RightsRequest) {
  const { rightsRequestId, revision } = request;
  return { ...requestKey(rightsRequestId), request, revision, ...endFields(request) };
}

function listItem(request: RightsRequest) {
  const { rightsRequestId } = request;
  return { pk: LIST, sk: rightsRequestId, rightsRequestId, ...endFields(request) };
}

function openItem({ addressRef, rightsRequestId }: RightsRequest) {
  return { pk: partitionOfAddress(addressRef), sk: `${OPEN_OF_ADDRESS}${rightsRequestId}`, rightsRequestId };
}

function lockItem(request: RightsRequest) {
  return { ...lockKeyOf(request), rightsRequestId: request.rightsRequestId };
}

/** One that is open stays until it has ended, however long that takes. */
function endFields({ standing }: RightsRequest): { readonly expiresAtEpochSeconds?: number } {
  if (!("expiresAtEpochSeconds" in standing)) return {};
  return { expiresAtEpochSeconds: standing.expiresAtEpochSeconds };
}
