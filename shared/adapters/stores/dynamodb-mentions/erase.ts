import { DeleteItemCommand, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import type { SubjectId } from "../../../domain/erasure/subject-id.ts";
import type { StoreEraser } from "../../../operations/ports.ts";
import { ifStillSo } from "../if-still-so.ts";
import { inPasses, type OneByOne } from "../in-passes.ts";
import type { ItemEntry, ItemKey } from "../item-entry.ts";
import { REAL_TIME, type WaitingTime } from "../real-time.ts";
import { itemsNaming, type MentionsIn, namesThem } from "./mentions.ts";

/**
 * Returns an eraser that takes a subject's name out of items of others. Each change is one write of one attribute under
 * the condition that it still names them: the rest of the item, and what its owner changes meanwhile, stays.
 */
export function mentionsEraser(
  where: MentionsIn,
  { time = REAL_TIME }: { readonly time?: WaitingTime } = {},
): StoreEraser {
  return {
    erase: (subject, gate, onDeleted) => {
      const entries: OneByOne<ItemEntry> = {
        list: () => itemsNaming(where, subject),
        change: ({ key }) => ifStillSo(() => takeOut(where, subject, key)),
      };
      return inPasses(entries, gate, onDeleted, time);
    },
  };
}

function takeOut(where: MentionsIn, subject: SubjectId, key: ItemKey): Promise<unknown> {
  const { documents, table, store } = where;
  const { condition, names, values } = namesThem(where, subject);
  const ifItNamesThem = {
    TableName: table,
    Key: key,
    ConditionExpression: condition,
    ExpressionAttributeNames: names,
  };
  switch (store.effect) {
    case "delete-item":
      return documents.send(new DeleteItemCommand({ ...ifItNamesThem, ExpressionAttributeValues: values }));
    case "remove-attribute":
      return documents.send(
        new UpdateItemCommand({
          ...ifItNamesThem,
          UpdateExpression: "REMOVE #mention",
          ExpressionAttributeValues: values,
        }),
      );
    case "remove-from-set":
      return documents.send(
        new UpdateItemCommand({
          ...ifItNamesThem,
          UpdateExpression: "DELETE #mention :them",
          ExpressionAttributeValues: { ...values, ":them": { SS: [values[":subject"].S] } },
        }),
      );
  }
}
