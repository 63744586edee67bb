import {
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  TransactWriteCommand,
} from "@aws-sdk/lib-dynamodb";
import { z } from "zod";
import { hasEnded, type RightsRequest, RightsRequestSchema } from "../../domain/rights/rights-request.ts";
import { asKept } from "../../domain/rights/subject-matter.ts";
import type { RightsRegister } from "../../operations/ports.ts";
import { atOnce } from "../at-once.ts";
import { isConditionFailure } from "../aws/condition-failure.ts";
import { pagesOf } from "./pages-of.ts";
import {
  changedRows,
  LIST,
  lockKeyOf,
  OPEN_OF_ADDRESS,
  openedRows,
  partitionOfAddress,
  requestKey,
} from "./rights-request-rows.ts";

/** More open requests of one address are a flood. */
const OPEN_OF_ADDRESS_MAX = 100;
const READS_AT_ONCE = 10;
/** A loser of two that open at once may look before the winner's write is to be seen as a whole: it looks again. */
const TRIES_MAX = 3;

const StoredRequestSchema = z.object({ request: RightsRequestSchema });
const RowOfRequestSchema = z.object({ rightsRequestId: z.string() });

/** Somebody kept opening and ending the same request under our hands; nothing was stored. */
export class RightsRegisterBusy extends Error {
  override readonly name = "RightsRegisterBusy";
}

/**
 * Returns the rights requests in a table with the string keys `pk` and `sk` and the time to live `expiresAtEpochSeconds`,
 * as `rights-request-rows.ts` lays them out.
 */
export function dynamodbRightsRegister(documents: DynamoDBDocumentClient, table: string): RightsRegister {
  const get = async (Key: Record<string, string>): Promise<unknown> => {
    const { Item } = await documents.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
    return Item;
  };
  const read: RightsRegister["read"] = async (rightsRequestId) => {
    const item = await get(requestKey(rightsRequestId));
    return item ? StoredRequestSchema.parse(item).request : undefined;
  };
  const holderOf = async (request: RightsRequest): Promise<string | undefined> =>
    RowOfRequestSchema.safeParse(await get(lockKeyOf(request))).data?.rightsRequestId;
  const readAllOf = async (pk: string, begin: string, limit: number): Promise<readonly RightsRequest[]> => {
    const items = await pagesOf(limit, (Limit, ExclusiveStartKey) =>
      documents.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: "pk = :pk AND begins_with(sk, :begin)",
          ExpressionAttributeValues: { ":pk": pk, ":begin": begin },
          ScanIndexForward: false,
          ConsistentRead: true,
          Limit,
          ...(ExclusiveStartKey === undefined ? {} : { ExclusiveStartKey }),
        }),
      ),
    );
    const ids = items.map((item) => RowOfRequestSchema.parse(item).rightsRequestId);
    const found = await atOnce(READS_AT_ONCE, ids, read);
    return found.filter((request) => request !== undefined);
  };
  const wrote = async (TransactItems: ReturnType<typeof openedRows>): Promise<boolean> => {
    try {
      await documents.send(new TransactWriteCommand({ TransactItems: [...TransactItems] }));
      return true;
    } catch (error) {
      if (isConditionFailure(error)) return false;
      throw error;
    }
  };

  return {
    read,

    async open(request) {
      const kept = asKept(request);
      for (let tries = 0; tries < TRIES_MAX; tries += 1) {
        if (await wrote(openedRows(table, kept))) return { request: kept, opened: true };
        const sameId = await read(kept.rightsRequestId);
        if (sameId) return { request: sameId, opened: false };
        const holder = await holderOf(kept);
        const standing = holder === undefined ? undefined : await read(holder);
        // One that ended between the two calls is not joined: nothing would come of it.
        if (standing && !hasEnded(standing)) return { request: standing, opened: false };
      }
      throw new RightsRegisterBusy(`Rights request ${kept.rightsRequestId} could not be opened: try again.`);
    },

    async update(next) {
      const before = await read(next.rightsRequestId);
      if (before?.revision !== next.revision) return undefined;
      const stored = asKept({ ...next, revision: next.revision + 1 });
      const holders = { before: await holderOf(before), after: await holderOf(stored) };
      return (await wrote(changedRows(table, { before, after: stored, holders }))) ? stored : undefined;
    },

    openOf: (addressRef) => readAllOf(partitionOfAddress(addressRef), OPEN_OF_ADDRESS, OPEN_OF_ADDRESS_MAX),

    list: (limit) => readAllOf(LIST, "rrq_", limit),
  };
}
