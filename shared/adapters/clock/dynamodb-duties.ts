import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { z } from "zod";
import type { Duties, Duty } from "../../operations/ports.ts";
import { allOrNone } from "../aws/all-or-none.ts";

/** All that wait, by due time: a hold, a day or a store has one, so they are few. */
const WAITING = "DUTIES";
/** Two who move the same duty at once: one looks again. */
const TRIES_MAX = 5;

const StoredDutySchema = z.object({
  duty: z.strictObject({
    dutyId: z.string().min(1),
    kind: z.string().min(1),
    about: z.record(z.string(), z.string()),
    dueAt: z.iso.datetime(),
  }),
});

/** A duty kept being moved under our hands; nothing was changed. */
export class DutiesBusy extends Error {
  override readonly name = "DutiesBusy";
}

/**
 * Returns the duties in a table with the string keys `pk` and `sk`.
 *
 * Rows: `DUTY#ID` / `duty` · `DUTIES` / `DUE#ID`, each with the duty; the two are written in one transaction.
 */
export function dynamodbDuties(documents: DynamoDBDocumentClient, table: string): Duties {
  const standing = async (dutyId: string): Promise<Duty | undefined> => {
    const Key = dutyKey(dutyId);
    const { Item } = await documents.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
    return Item && StoredDutySchema.parse(Item).duty;
  };
  /** Puts another in the place of the one that stands, or none; false if that was changed meanwhile. */
  const replace = async (before: Duty | undefined, next: Duty | undefined): Promise<boolean> => {
    const unchanged = before
      ? {
          ConditionExpression: "duty.dueAt = :before",
          ExpressionAttributeValues: { ":before": before.dueAt },
        }
      : { ConditionExpression: "attribute_not_exists(pk)" };
    const dutyId = (next ?? before)?.dutyId ?? "";
    const Key = dutyKey(dutyId);
    const TransactItems = [
      next
        ? { Put: { TableName: table, Item: { ...Key, duty: next }, ...unchanged } }
        : { Delete: { TableName: table, Key, ...unchanged } },
      ...(before && before.dueAt !== next?.dueAt
        ? [{ Delete: { TableName: table, Key: waitingKey(before) } }]
        : []),
      ...(next ? [{ Put: { TableName: table, Item: { ...waitingKey(next), duty: next } } }] : []),
    ];
    return allOrNone(documents, TransactItems);
  };

  return {
    async put(duty) {
      for (let tries = 0; tries < TRIES_MAX; tries += 1) {
        if (await replace(await standing(duty.dutyId), duty)) return;
      }
      throw new DutiesBusy(`The duty ${duty.dutyId} kept being moved: put it again.`);
    },

    async putOnce(duty) {
      // One that came first stands, whoever put it.
      await replace(undefined, duty);
    },

    async cancel(dutyId) {
      for (let tries = 0; tries < TRIES_MAX; tries += 1) {
        const before = await standing(dutyId);
        if (!before || (await replace(before, undefined))) return;
      }
      throw new DutiesBusy(`The duty ${dutyId} kept being moved: cancel it again.`);
    },

    async dueBy(now, limit) {
      const { Items = [] } = await documents.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: "pk = :pk AND sk < :after",
          // Sorts after the # that follows this very moment.
          ExpressionAttributeValues: { ":pk": WAITING, ":after": `${now.toISOString()}$` },
          ConsistentRead: true,
          Limit: limit,
        }),
      );
      return Items.map((item) => StoredDutySchema.parse(item).duty);
    },

    async done(duty) {
      // Moved meanwhile it is due another time.
      await replace(duty, undefined);
    },
  };
}

function dutyKey(dutyId: string) {
  return { pk: `DUTY#${dutyId}`, sk: "duty" };
}

function waitingKey({ dueAt, dutyId }: Duty) {
  return { pk: WAITING, sk: `${dueAt}#${dutyId}` };
}
