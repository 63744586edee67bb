import { type DynamoDBDocumentClient, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { spreadClassOf } from "../../domain/retention/spread-class.ts";
import type { Clock, Measured } from "../../operations/ports.ts";
import { isConditionFailure } from "../aws/condition-failure.ts";

/** Where is counted, and by which clock. */
export interface Counters {
  readonly table: string;
  readonly clock: Clock;
}

/** Counters of a day by what they count. */
export const COUNTED_AS = {
  deleted: "deleted",
  held: "held",
  "found-by-reconciler": "foundByReconciler",
} as const satisfies Record<Measured["what"], string>;

/** What a process has raised each maximum to: asking again whether it is larger costs as much as a write. */
const raisedBy = new WeakMap<Counters, Map<string, number>>();

/** Attributes are named `age3`, `late-5`: how many fell in that class. */
export const AGE = "age";
export const LATE = "late";

/** Returns where what is counted of a store today stands; whoever counts side by side has a place of their own. */
export function dayKey(store: string, day: string, writer: string) {
  return { pk: `STORE#${store}`, sk: `DAY#${day}#${writer}` };
}

/**
 * Returns the updates that add what was counted, one for each store, to be made once: in one transaction with what
 * says that they were made.
 */
export function counterUpdates({ table, clock }: Counters, counted: readonly Measured[], writer: string) {
  return [...byStore(counted)].map(([store, ofStore]) => {
    const sums = sumsOf(ofStore);
    const names = [...sums.keys()];
    return {
      Update: {
        TableName: table,
        Key: dayKey(store, dayOf(clock), writer),
        UpdateExpression: `ADD ${names.map((_, at) => `#n${at} :n${at}`).join(", ")}`,
        ExpressionAttributeNames: Object.fromEntries(names.map((name, at) => [`#n${at}`, name])),
        ExpressionAttributeValues: Object.fromEntries([...sums.values()].map((sum, at) => [`:n${at}`, sum])),
      },
    };
  });
}

/** Raises the largest age and lateness of the day to what was counted. Done twice it is done once. */
export async function raiseMaxima(
  documents: DynamoDBDocumentClient,
  counters: Counters,
  counted: readonly Measured[],
  writer: string,
): Promise<void> {
  const { table, clock } = counters;
  const raisedBefore = raisedBy.get(counters) ?? new Map<string, number>();
  raisedBy.set(counters, raisedBefore);
  for (const [store, ofStore] of byStore(counted)) {
    const Key = dayKey(store, dayOf(clock), writer);
    const maxima = {
      ageMaxSeconds: largest(ofStore.flatMap(({ ageSeconds }) => ageSeconds)),
      lateMaxSeconds: largest(ofStore.flatMap(({ lateSeconds }) => lateSeconds)),
    };
    for (const [attribute, seconds] of Object.entries(maxima)) {
      const name = `${Key.pk} ${Key.sk} ${attribute}`;
      if (seconds === undefined || seconds <= (raisedBefore.get(name) ?? Number.NEGATIVE_INFINITY)) continue;
      await raise(documents, table, Key, attribute, seconds);
      raisedBefore.set(name, seconds);
    }
  }
}

async function raise(
  documents: DynamoDBDocumentClient,
  table: string,
  Key: Record<string, string>,
  attribute: string,
  seconds: number,
): Promise<void> {
  try {
    await documents.send(
      new UpdateCommand({
        TableName: table,
        Key,
        UpdateExpression: "SET #max = :seconds",
        ConditionExpression: "attribute_not_exists(#max) OR #max < :seconds",
        ExpressionAttributeNames: { "#max": attribute },
        ExpressionAttributeValues: { ":seconds": seconds },
      }),
    );
  } catch (error) {
    // It is as large already.
    if (!isConditionFailure(error)) throw error;
  }
}

function sumsOf(counted: readonly Measured[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  const add = (name: string, count: number) => sums.set(name, (sums.get(name) ?? 0) + count);
  for (const { what, count, ageSeconds, lateSeconds } of counted) {
    add(COUNTED_AS[what], count);
    for (const seconds of ageSeconds) add(`${AGE}${spreadClassOf(seconds)}`, 1);
    for (const seconds of lateSeconds) add(`${LATE}${spreadClassOf(seconds)}`, 1);
  }
  return sums;
}

function byStore(counted: readonly Measured[]): ReadonlyMap<string, readonly Measured[]> {
  return Map.groupBy(counted, ({ store }) => store);
}

/** There may be many: `Math.max` takes only so many arguments. */
function largest(numbers: readonly number[]): number | undefined {
  return numbers.reduce<number | undefined>((most, one) => Math.max(most ?? one, one), undefined);
}

function dayOf(clock: Clock): string {
  return clock.now().toISOString().slice(0, "YYYY-MM-DD".length);
}
