import { DeleteCommand, type DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { RETAINED_MARK } from "../../../domain/erasure/retained-record.ts";
import { subjectIdOf } from "../../../domain/erasure/subject-id.ts";
import type { RetainedStore } from "../../../domain/policy/retained-stores.ts";
import type { ClockTable } from "../../../domain/retention/clock-rules.ts";
import { chunks } from "../../../domain/retention/pack-due-rows.ts";
import { sessionThing } from "../../../domain/retention/session-of-thing.ts";
import { itemKeyValues } from "../../../domain/retention/thing-owner.ts";
import type { DeleteGate, ExpiredHow, ExpiringStore, ThingToExpire } from "../../../operations/ports.ts";
import { atOnce } from "../../at-once.ts";
import { isConditionFailure } from "../../aws/condition-failure.ts";
import { listItems, listItemsUnder, lookAtItem, ownerOfItem, type WorkedTable } from "./list-items.ts";
import { keyOf } from "./thing-key.ts";

/** The gate is asked once for so many: a hold or a pause stops the rest within a second. */
const ITEMS_PER_GATE = 100;
/** As many as the SDK keeps connections open for. */
const CALLS_AT_ONCE = 50;

/**
 * Returns the items of a table store, as the clock lists and deletes them. A table tells nothing of when an item was
 * stored; its stream does.
 *
 * @param retained if a law keeps a part of its records: those end when they say themselves, and no sooner.
 */
export function dynamodbExpiringStore(
  documents: DynamoDBDocumentClient,
  table: string,
  store: ClockTable,
  retained?: RetainedStore,
): ExpiringStore {
  const worked = { documents, table, store, retained };
  return {
    storeId: store.id,

    async expire(things, gate) {
      const parts: (readonly ExpiredHow[])[] = [];
      for (const part of chunks(things, ITEMS_PER_GATE)) parts.push(await deletePart(worked, part, gate));
      return parts.flat();
    },

    see: (thing) => lookAtItem(worked, thing),

    list: (after) => listItems(worked, after),

    async *listSession(subject, session) {
      const all = sessionThing(store, { subject: subjectIdOf(subject), session });
      if (all) yield* listItemsUnder(worked, all);
    },
  };
}

/** Each by a call of its own, which alone can say that it was gone before. */
async function deletePart(
  worked: WorkedTable,
  things: readonly ThingToExpire[],
  gate: DeleteGate,
): Promise<readonly ExpiredHow[]> {
  const entries = things.map((one) => {
    const { thing, createdAt } = one;
    const values = itemKeyValues(thing.key) ?? [];
    const { store } = worked;
    // An index lags behind, so the item itself is asked.
    const readOwner = store.kind === "dynamodb-index" ? () => ownerOfItem(worked, store, thing) : undefined;
    const named = { id: values.join("\n"), item: values.at(-1) ?? "", createdAt: new Date(createdAt) };
    return { one, ...named, readOwner };
  });
  const answer = await gate.mayDelete(entries);
  if (!answer.proceed) return things.map(() => "stopped");
  const free = new Set(answer.free);
  return atOnce(CALLS_AT_ONCE, entries, async (entry) => {
    return free.has(entry) ? deleteOne(worked, entry.one) : "held";
  });
}

async function deleteOne(worked: WorkedTable, { thing, isRetained }: ThingToExpire): Promise<ExpiredHow> {
  const { documents, table, store, retained } = worked;
  const until = retained?.store.timeToLiveAttribute;
  // Cut and put under a pseudonym after it was decided on: it has another end now, which a law gives it.
  const isGuarded = until !== undefined && isRetained !== true;
  try {
    await documents.send(
      new DeleteCommand({
        TableName: table,
        Key: keyOf(store, thing),
        ConditionExpression: isGuarded
          ? "attribute_exists(#partition) AND (attribute_not_exists(#mark) OR attribute_not_exists(#until))"
          : "attribute_exists(#partition)",
        ExpressionAttributeNames: {
          "#partition": store.partitionKey.attribute,
          ...(isGuarded ? { "#mark": RETAINED_MARK.attribute, "#until": until } : {}),
        },
      }),
    );
    return "deleted";
  } catch (error) {
    if (isDenied(error)) return "refused";
    if (!isConditionFailure(error)) throw error;
    return isGuarded && (await lookAtItem(worked, thing)) ? "changed" : "absent";
  }
}

/** A policy of the table or a right that is missing: the same at the next tick, until a person lifts it. */
function isDenied(error: unknown): boolean {
  return error instanceof Error && error.name === "AccessDeniedException";
}
