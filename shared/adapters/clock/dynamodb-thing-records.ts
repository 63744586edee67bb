import { type DynamoDBDocumentClient, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { Thing } from "../../domain/retention/thing.ts";
import { factText, toldFacts } from "../../domain/retention/told-fact.ts";
import type { Clock, KnownThing, ThingRecords, ToldOfThing } from "../../operations/ports.ts";
import { atOnce } from "../at-once.ts";
import { isConditionFailure } from "../aws/condition-failure.ts";
import { isTaken, keyOf, knownThing, readStored, StoredThingSchema } from "./stored-thing.ts";

/** As many as the SDK keeps connections open for. */
const CALLS_AT_ONCE = 50;
/** A record that changes between two looks is looked at again; so often in a row is no coincidence. */
const TRIES_MAX = 5;

/** A record kept changing under our hands; nothing was changed, and the caller comes again. */
export class RecordsBusy extends Error {
  override readonly name = "RecordsBusy";
}

/**
 * Returns the records of things in a table with the string keys `pk` and `sk` and the time to live
 * `expiresAtEpochSeconds`.
 *
 * Rows: `THING#DIGEST` / `record` with the facts as a set of texts, which DynamoDB adds to without a read, the ETag and,
 * once the sweeper took it, since when. The key of a thing is nowhere in it: whoever asks knows it. A record stays below
 * the kilobyte that a write is billed by.
 */
export function dynamodbThingRecords(
  documents: DynamoDBDocumentClient,
  table: string,
  clock: Clock,
): ThingRecords {
  const update = (thing: Thing, expression: string, values: Record<string, unknown>, condition?: string) =>
    documents.send(
      new UpdateCommand({
        TableName: table,
        Key: keyOf(thing),
        UpdateExpression: expression,
        ExpressionAttributeValues: values,
        ...(condition === undefined ? {} : { ConditionExpression: condition }),
        ReturnValues: "ALL_NEW",
      }),
    );
  const tellOne = async ({ thing, facts, etag }: ToldOfThing): Promise<KnownThing> => {
    const { Attributes } = await update(
      thing,
      `${etag === undefined ? "" : "SET etag = :etag "}ADD facts :facts`,
      { ":facts": new Set(facts.map(factText)), ...(etag === undefined ? {} : { ":etag": etag }) },
    );
    return knownThing(thing, StoredThingSchema.parse(Attributes));
  };
  /** Makes a change that is based on what stands; undefined if another came first. */
  const change = async <Made>(made: () => Promise<Made>): Promise<Made | undefined> => {
    try {
      return await made();
    } catch (error) {
      if (isConditionFailure(error)) return undefined;
      throw error;
    }
  };

  return {
    tell: (told) => atOnce(CALLS_AT_ONCE, told, tellOne),

    async read(things) {
      const stored = await readStored(documents, table, things);
      return things.map((thing) => {
        const found = stored.get(keyOf(thing).pk);
        return found && knownThing(thing, found);
      });
    },

    async compact({ thing, facts: before }, facts) {
      const values = { ":fewer": new Set(facts), ":before": new Set(before) };
      // What was told meanwhile is compacted by whoever was told.
      await change(() => update(thing, "SET facts = :fewer", values, "facts = :before"));
    },

    async keepUntil(things, until) {
      const values = { ":at": Math.ceil(Date.parse(until) / 1000) };
      const isLater = "attribute_not_exists(expiresAtEpochSeconds) OR expiresAtEpochSeconds < :at";
      await atOnce(CALLS_AT_ONCE, things, (thing) =>
        change(() =>
          update(thing, "SET expiresAtEpochSeconds = :at", values, `attribute_exists(pk) AND (${isLater})`),
        ),
      );
    },

    async take(known) {
      for (let tries = 0; tries < TRIES_MAX; tries += 1) {
        const stored = (await readStored(documents, table, [known.thing])).get(keyOf(known.thing).pk);
        // A record that is gone says nothing of anybody who saved it.
        if (!stored) return true;
        const since = toldFacts(stored.facts).filter((fact) => !known.facts.has(factText(fact)));
        if (since.some(({ fact }) => fact === "saved")) return false;
        const values = { ":now": clock.now().toISOString(), ":facts": new Set(stored.facts) };
        if (await change(() => update(known.thing, "SET takenAt = :now", values, "facts = :facts")))
          return true;
      }
      throw new RecordsBusy("A record kept changing while it was taken: the sweeper comes again.");
    },

    async save(thing, at) {
      const saved = { ":saved": new Set([factText({ fact: "saved", at })]) };
      for (let tries = 0; tries < TRIES_MAX; tries += 1) {
        const stored = (await readStored(documents, table, [thing])).get(keyOf(thing).pk);
        if (stored && isTaken(stored)) return false;
        // What was taken lived before; what is there now was stored after it was gone.
        const [values, condition] = stored?.takenAt
          ? [{ ...saved, ":taken": stored.takenAt }, "takenAt = :taken"]
          : [saved, "attribute_not_exists(takenAt)"];
        if (await change(() => update(thing, "ADD facts :saved", values, condition))) return true;
      }
      throw new RecordsBusy("A record kept being taken while it was saved: try again.");
    },
  };
}
