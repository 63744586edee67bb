import { type DynamoDBDocumentClient, PutCommand, paginateQuery, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { z } from "zod";
import { type Entry, EntrySchema, entryHash, isClosing, NO_ENTRY_BEFORE } from "../../domain/ledger/entry.ts";
import { EntryDamaged, LaneSealed } from "../../domain/ledger/lane.ts";
import type { Clock, Ledger } from "../../operations/ports.ts";
import { isConditionFailure } from "./condition-failure.ts";

/** Two writers of one lane are rare, and each conflict is one of them getting on. */
const TRIES_MAX = 10;
const DAY_SECONDS = 86_400;
/** Digits of an entry's number, so that text sorts as numbers do. */
const INDEX_DIGITS = 8;
const LANES = "lanes";

const StoredEntrySchema = z.object({ entry: EntrySchema });

/** A lane kept changing while an entry was to be added; nothing was added. */
export class LaneBusy extends Error {
  override readonly name = "LaneBusy";
}

/**
 * Returns the ledger over a table with the string keys `pk` and `sk` and the time to live `expiresAtEpochSeconds`:
 * `lane#LANE` / entry number, and `lanes` / LANE.
 * An entry is written only if its place is free, and never again.
 */
export function dynamodbLedger(
  documents: DynamoDBDocumentClient,
  table: string,
  identity: {
    readonly service: string;
    readonly region: string;
    readonly clock: Clock;
    /** For how many days the policy keeps an entry; then its row goes by itself. */
    readonly keptDays: number;
  },
): Ledger {
  const expiry = () => ({
    expiresAtEpochSeconds:
      Math.floor(identity.clock.now().getTime() / 1000) + identity.keptDays * DAY_SECONDS,
  });
  const lastOf = async (lane: string): Promise<Entry | undefined> => {
    const { Items = [] } = await documents.send(
      new QueryCommand({ TableName: table, ...entriesOf(lane), ScanIndexForward: false, Limit: 1 }),
    );
    return Items[0] && StoredEntrySchema.parse(Items[0]).entry;
  };
  const putIfFree = async (entry: Entry): Promise<boolean> => {
    try {
      await documents.send(
        new PutCommand({
          TableName: table,
          Item: {
            pk: `lane#${entry.lane}`,
            sk: String(entry.index).padStart(INDEX_DIGITS, "0"),
            entry,
            ...expiry(),
          },
          ConditionExpression: "attribute_not_exists(pk)",
        }),
      );
      return true;
    } catch (error) {
      if (isConditionFailure(error)) return false;
      throw error;
    }
  };

  return {
    async append(lane, subjectRef, body) {
      for (let tries = 0; tries < TRIES_MAX; tries += 1) {
        const last = await lastOf(lane);
        if (last && isClosing(last.body)) {
          throw new LaneSealed(
            `Lane ${lane} was closed with entry ${last.index}: nothing is added to it any more.`,
          );
        }
        // Listed before it has an entry, so that no entry is ever in a lane that is not listed.
        if (!last)
          await documents.send(
            new PutCommand({ TableName: table, Item: { pk: LANES, sk: lane, ...expiry() } }),
          );
        const entry: Entry = {
          schema: "lethe.entry/1",
          service: identity.service,
          region: identity.region,
          lane,
          index: last ? last.index + 1 : 0,
          previous: last ? entryHash(last) : NO_ENTRY_BEFORE,
          at: identity.clock.now().toISOString(),
          ...(subjectRef === undefined ? {} : { subjectRef }),
          body,
        };
        if (await putIfFree(entry)) return entry;
      }
      throw new LaneBusy(
        `Lane ${lane} changed ${TRIES_MAX} times while an entry was to be added: try again.`,
      );
    },

    async readLane(lane) {
      const entries: Entry[] = [];
      const pages = paginateQuery({ client: documents }, { TableName: table, ...entriesOf(lane) });
      for await (const { Items = [] } of pages) {
        for (const item of Items) {
          const stored = StoredEntrySchema.safeParse(item);
          if (!stored.success) throw new EntryDamaged(lane, entries.length, stored.error);
          entries.push(stored.data.entry);
        }
      }
      return entries;
    },

    async *lanes() {
      const pages = paginateQuery(
        { client: documents },
        {
          TableName: table,
          KeyConditionExpression: "pk = :pk",
          ExpressionAttributeValues: { ":pk": LANES },
          ConsistentRead: true,
        },
      );
      for await (const { Items = [] } of pages) {
        for (const item of Items) yield z.object({ sk: z.string() }).parse(item).sk;
      }
    },
  };
}

function entriesOf(lane: string) {
  return {
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: { ":pk": `lane#${lane}` },
    ConsistentRead: true,
  };
}
