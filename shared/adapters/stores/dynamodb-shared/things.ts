import { type AttributeValue, ScanCommand } from "@aws-sdk/client-dynamodb";
import { fillSubject, type SubjectId } from "../../../domain/erasure/subject-id.ts";
import type { S3Layout } from "../../../domain/policy/store.ts";
import type { SharedLayout } from "../../../domain/policy/table-stores.ts";
import { type ItemEntry, itemEntry } from "../item-entry.ts";
import type { SharedIn } from "./shared-in.ts";

/** A thing that a person holds, as it was when it was read. */
export interface SharedThing extends ItemEntry {
  readonly thingId: string;
  /** Undefined where nobody holds it any more: it is on its way out. */
  readonly members: readonly string[] | undefined;
  readonly owner: string | undefined;
  /** `goes`: all of it. `stays`: for the others; only the person is taken out of it. */
  readonly fate: "goes" | "stays";
}

/**
 * Returns what becomes of a thing when a person who holds it goes. What somebody else still holds goes only under the
 * rule that says so, and then only with its owner; what nobody else holds goes under both.
 */
export function fateOf(
  rule: SharedLayout["rule"],
  person: string,
  { members = [], owner }: Pick<SharedThing, "members" | "owner">,
): SharedThing["fate"] {
  const hasOthers = members.some((member) => member !== person);
  switch (rule) {
    case "goes-with-owner":
      return owner === person || !hasOthers ? "goes" : "stays";
    case "stays-while-others-remain":
      return hasOthers ? "stays" : "goes";
  }
}

/** Yields what a person holds, read consistently over the whole table. */
export async function* thingsOf(
  { documents, table, store }: SharedIn,
  subject: SubjectId,
): AsyncIterable<readonly SharedThing[]> {
  const person = fillSubject(store.members.template, subject);
  let after: Record<string, AttributeValue> | undefined;
  do {
    const page = await documents.send(
      new ScanCommand({
        TableName: table,
        FilterExpression:
          "#owner = :person OR (attribute_type(#members, :set) AND contains(#members, :person))",
        ProjectionExpression: "#key, #members, #owner",
        ExpressionAttributeNames: {
          "#key": store.partitionKey.attribute,
          "#members": store.members.attribute,
          "#owner": store.owner.attribute,
        },
        ExpressionAttributeValues: { ":person": { S: person }, ":set": { S: "SS" } },
        ConsistentRead: true,
        ...(after ? { ExclusiveStartKey: after } : {}),
      }),
    );
    yield (page.Items ?? []).map((item) => thingFrom(store, person, item));
    after = page.LastEvaluatedKey;
  } while (after);
}

/** Returns how the files of things are laid out: those of one thing under its id. */
export function filesLayout({ keyTemplate }: NonNullable<SharedLayout["objects"]>): S3Layout {
  return { keyTemplate, items: { project: keyTemplate } };
}

function thingFrom(
  store: SharedLayout,
  person: string,
  item: Readonly<Record<string, AttributeValue>>,
): SharedThing {
  const { partitionKey } = store;
  const thingId = item[partitionKey.attribute]?.S ?? "";
  const held = {
    members: item[store.members.attribute]?.SS,
    owner: item[store.owner.attribute]?.S,
  };
  return {
    ...itemEntry({ [partitionKey.attribute]: { S: thingId } }),
    ...held,
    thingId,
    fate: fateOf(store.rule, person, held),
  };
}
