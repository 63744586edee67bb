import { DeleteItemCommand, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { fillSubject, type SubjectId } from "../../../domain/erasure/subject-id.ts";
import type { DeleteGate, ErasurePass, StoreEraser } from "../../../operations/ports.ts";
import { ifStillSo } from "../if-still-so.ts";
import { inPasses, NOT_CHANGED, type OneByOne } from "../in-passes.ts";
import { REAL_TIME, type WaitingTime } from "../real-time.ts";
import { s3Eraser } from "../s3/erase.ts";
import type { SharedIn } from "./shared-in.ts";
import { filesLayout, type SharedThing, thingsOf } from "./things.ts";

/**
 * Returns an eraser of what a subject holds together with others: the person is taken out of what stays, and what goes
 * goes with its files. Every write has the condition that the item still has the members and the owner that the decision
 * was made on, so that whoever joins meanwhile keeps what they joined.
 */
export function sharedEraser(
  where: SharedIn,
  { time = REAL_TIME }: { readonly time?: WaitingTime } = {},
): StoreEraser {
  return {
    erase: (subject, gate, onDeleted) => {
      const entries: OneByOne<SharedThing> = {
        list: () => thingsOf(where, subject),
        // Each may have thousands of files, and S3 takes only so many deletions a second.
        atOnce: 1,
        change: (thing) =>
          thing.fate === "stays"
            ? leave(where, subject, thing)
            : remove({ ...where, time, gate, onDeleted }, subject, thing),
      };
      return inPasses(entries, gate, onDeleted, time);
    },
  };
}

/** Takes the person out of the members and, if they made the thing, out of that place too. */
function leave(
  { documents, table, store }: SharedIn,
  subject: SubjectId,
  thing: SharedThing,
): Promise<ErasurePass> {
  const person = fillSubject(store.members.template, subject);
  const as = asDecided(store, thing);
  const isMember = thing.members?.includes(person) === true;
  const changes = [
    ...(isMember ? ["DELETE #members :person"] : []),
    ...(thing.owner === person ? ["REMOVE #owner"] : []),
  ];
  return ifStillSo(() =>
    documents.send(
      new UpdateItemCommand({
        TableName: table,
        Key: { ...thing.key },
        UpdateExpression: changes.join(" "),
        ConditionExpression: as.condition,
        ExpressionAttributeNames: as.names,
        ExpressionAttributeValues: { ...as.values, ...(isMember ? { ":person": { SS: [person] } } : {}) },
      }),
    ),
  );
}

type Removing = SharedIn & {
  readonly time: WaitingTime;
  readonly gate: DeleteGate;
  readonly onDeleted: (deleted: number) => Promise<void>;
};

/**
 * First nobody holds the thing any more, and only the owner's place says whose it was; then its files go; and when
 * nothing of them is left, the item. A process that dies in between leaves what is needed to go on.
 */
async function remove(removing: Removing, subject: SubjectId, thing: SharedThing): Promise<ErasurePass> {
  if (thing.members !== undefined && (await claim(removing, subject, thing)).deleted === 0)
    return NOT_CHANGED;
  const files = await removeFiles(removing, subject, thing);
  if (!files.finished || files.left > 0) return { ...files, left: files.left + 1 };
  const { documents, table, store } = removing;
  const item = await ifStillSo(() =>
    documents.send(
      new DeleteItemCommand({
        TableName: table,
        Key: { ...thing.key },
        ConditionExpression: "attribute_not_exists(#members)",
        ExpressionAttributeNames: { "#members": store.members.attribute },
      }),
    ),
  );
  return { ...files, deleted: files.deleted + item.deleted };
}

function claim(
  { documents, table, store }: SharedIn,
  subject: SubjectId,
  thing: SharedThing,
): Promise<ErasurePass> {
  const as = asDecided(store, thing);
  return ifStillSo(() =>
    documents.send(
      new UpdateItemCommand({
        TableName: table,
        Key: { ...thing.key },
        UpdateExpression: "REMOVE #members SET #owner = :them",
        ConditionExpression: as.condition,
        ExpressionAttributeNames: as.names,
        ExpressionAttributeValues: {
          ...as.values,
          ":them": { S: fillSubject(store.members.template, subject) },
        },
      }),
    ),
  );
}

async function removeFiles(
  { s3, bucket, store, time, gate }: Removing,
  subject: SubjectId,
  { thingId }: SharedThing,
): Promise<ErasurePass> {
  if (!store.objects || bucket === undefined) return NOT_CHANGED;
  const scope = { kind: "project", id: thingId } as const;
  const eraser = s3Eraser(s3, bucket, filesLayout(store.objects), { scope, time });
  // Counted with the item, when both are answered.
  return eraser.erase(subject, gate, async () => undefined);
}

/** The condition that members and owner are those that the decision was made on. */
function asDecided(store: SharedIn["store"], { members, owner }: SharedThing) {
  return {
    condition: [
      members === undefined ? "attribute_not_exists(#members)" : "#members = :members",
      owner === undefined ? "attribute_not_exists(#owner)" : "#owner = :owner",
    ].join(" AND "),
    names: { "#members": store.members.attribute, "#owner": store.owner.attribute },
    values: {
      ...(members === undefined ? {} : { ":members": { SS: [...members] } }),
      ...(owner === undefined ? {} : { ":owner": { S: owner } }),
    },
  };
}
