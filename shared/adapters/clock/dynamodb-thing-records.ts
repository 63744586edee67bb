import { type DynamoDBDocumentClient, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { Thing } from "../../domain/retention/thing.ts";
import { factText } from "../../domain/retention/told-fact.ts";
import type { KnownThing, ThingRecords, ToldOfThing } from "../../operations/ports.ts";
import { atOnce } from "../at-once.ts";
import { isConditionFailure } from "../aws/condition-failure.ts";
import { keyOf, knownThing, readStored, StoredThingSchema } from "./stored-thing.ts";

/** As many as the SDK keeps connections open for. */
const CALLS_AT_ONCE = 50;

/**
 * Returns the records of things in a table with the string keys `pk` and `sk` and the time to live
 * `expiresAtEpochSeconds`.
 *
 * Rows: `THING#DIGEST` / `record` with the facts as a set of texts, which DynamoDB adds to without a read, the ETag and,
 * once it was taken for deletion, since when. The key of a thing is nowhere in it: whoever asks knows it. A record stays
 * below the kilobyte that a write is billed by.
 */
export function dynamodbThingRecords(documents: DynamoDBDocumentClient, table: string): ThingRecords {
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
  /** Makes a change that is based on what stands; false if another came first. */
  const updateIf = async (...change: Parameters<typeof update>): Promise<boolean> => {
    try {
      await update(...change);
      return true;
    } catch (error) {
      if (isConditionFailure(error)) return false;
      throw error;
    }
  };
  const tellOne = async ({ thing, facts, etag, keepUntil }: ToldOfThing): Promise<KnownThing> => {
    const { Attributes } = await update(
      thing,
      `ADD facts :facts SET expiresAtEpochSeconds = :until${etag === undefined ? "" : ", etag = :etag"}`,
      {
        ":facts": new Set(facts.map(factText)),
        ":until": epochSeconds(keepUntil),
        ...(etag === undefined ? {} : { ":etag": etag }),
      },
    );
    return knownThing(thing, StoredThingSchema.parse(Attributes));
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
      // What was told meanwhile is compacted by whoever told it.
      await updateIf(thing, "SET facts = :fewer", values, "facts = :before");
    },

    async keepUntil(things, until) {
      const values = { ":at": epochSeconds(until) };
      await atOnce(CALLS_AT_ONCE, things, (thing) =>
        updateIf(thing, "SET expiresAtEpochSeconds = :at", values, "attribute_exists(pk)"),
      );
    },

    take: ({ thing, facts }, at) =>
      updateIf(thing, "SET takenAt = :at", { ":at": at, ":facts": new Set(facts) }, "facts = :facts"),

    save: (thing, at, createdAt) =>
      updateIf(
        thing,
        "ADD facts :saved",
        { ":saved": new Set([factText({ fact: "saved", at })]), ":created": createdAt },
        // What was taken before lived before.
        "attribute_exists(pk) AND (attribute_not_exists(takenAt) OR takenAt < :created)",
      ),
  };
}

function epochSeconds(at: string): number {
  return Math.ceil(Date.parse(at) / 1000);
}
