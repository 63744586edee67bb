import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  paginateQuery,
  TransactWriteCommand,
} from "@aws-sdk/lib-dynamodb";
import { z } from "zod";
import { spreadPercentile } from "../../domain/retention/spread-class.ts";
import type { Measurements, Spread } from "../../operations/ports.ts";
import { AGE, COUNTED_AS, type Counters, counterUpdates, LATE, raiseMaxima } from "./counters.ts";

/** Who counts beside the sweeper's shards, such as the reconciler. */
const OTHER_WRITER = "other";

/** Two wrote at the same counter at the same moment. */
const StoredDaySchema = z.record(z.string(), z.union([z.string(), z.number()]));
const ListedSchema = z.object({
  at: z.iso.datetime(),
  living: z.number(),
  oldestLivingAt: z.iso.datetime().optional(),
});

/**
 * Returns the measurements in a table with the string keys `pk` and `sk`. They are counts and name nobody, so they are
 * kept for ever.
 *
 * Rows: `STORE#ID` / `DAY#YYYY-MM-DD#WRITER` with how many were counted, in all and by class of age and lateness ·
 * `STORE#ID` / `LISTED` with what the last listing showed.
 */
export function dynamodbMeasurements(documents: DynamoDBDocumentClient, counters: Counters): Measurements {
  const TableName = counters.table;
  const listedKey = (store: string) => ({ pk: `STORE#${store}`, sk: "LISTED" });
  return {
    async read(store, since) {
      const pages = paginateQuery(
        { client: documents },
        {
          TableName,
          KeyConditionExpression: "pk = :pk AND sk BETWEEN :since AND :end",
          ExpressionAttributeValues: {
            ":pk": `STORE#${store}`,
            ":since": `DAY#${since.slice(0, "YYYY-MM-DD".length)}`,
            // Sorts after every digit.
            ":end": "DAY#~",
          },
        },
      );
      const days: z.infer<typeof StoredDaySchema>[] = [];
      for await (const { Items = [] } of pages)
        days.push(...Items.map((item) => StoredDaySchema.parse(item)));
      const { Item } = await documents.send(new GetCommand({ TableName, Key: listedKey(store) }));
      if (days.length === 0 && !Item) return undefined;
      const { at: listedAt, ...seen } = Item ? ListedSchema.parse(Item) : { at: undefined };
      return {
        store,
        since,
        deleted: sumOf(days, COUNTED_AS.deleted),
        held: sumOf(days, COUNTED_AS.held),
        foundByReconciler: sumOf(days, COUNTED_AS["found-by-reconciler"]),
        ageSeconds: spreadOf(days, AGE),
        lateSeconds: spreadOf(days, LATE),
        ...(listedAt === undefined ? {} : { listedAt, ...seen }),
      };
    },

    async listed(store, seen) {
      await documents.send(new PutCommand({ TableName, Item: { ...listedKey(store), ...seen } }));
    },

    async count(measured) {
      if (measured.length === 0) return;
      await raiseMaxima(documents, counters, measured, OTHER_WRITER);
      await documents.send(
        new TransactWriteCommand({ TransactItems: counterUpdates(counters, measured, OTHER_WRITER) }),
      );
    },
  };
}

type Day = z.infer<typeof StoredDaySchema>;

function sumOf(days: readonly Day[], name: string): number {
  return days.reduce((sum, day) => sum + numberIn(day, name), 0);
}

/** Of nothing everything is 0: the counts beside it say so. */
function spreadOf(days: readonly Day[], prefix: typeof AGE | typeof LATE): Spread {
  const counts = new Map<number, number>();
  for (const day of days) {
    for (const name of Object.keys(day)) {
      const spreadClass = new RegExp(`^${prefix}(-?\\d+)$`).exec(name)?.[1];
      if (spreadClass === undefined) continue;
      counts.set(Number(spreadClass), (counts.get(Number(spreadClass)) ?? 0) + numberIn(day, name));
    }
  }
  const maxima = days.flatMap((day) =>
    `${prefix}MaxSeconds` in day ? [numberIn(day, `${prefix}MaxSeconds`)] : [],
  );
  return {
    p50: spreadPercentile(counts, 0.5) ?? 0,
    p99: spreadPercentile(counts, 0.99) ?? 0,
    max: maxima.length === 0 ? 0 : Math.max(...maxima),
  };
}

function numberIn(day: Day, name: string): number {
  const value = day[name];
  return typeof value === "number" ? value : 0;
}
