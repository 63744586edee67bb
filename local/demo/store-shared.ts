import { PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { SendMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import { type DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import { fillSubject, type SubjectId, subjectIdOf } from "../../shared/domain/erasure/subject-id.ts";
import type { Store } from "../../shared/domain/policy/store.ts";
import type { IndexedStore, MentionsStore, SharedStore } from "../../shared/domain/policy/table-stores.ts";

const DAY_SECONDS = 86_400;

/** Stores so many items under keys of their own, as grievances have numbers; the index tells whose they are. */
export async function putIndexed(
  documents: DynamoDBDocumentClient,
  TableName: string,
  store: IndexedStore,
  person: SubjectId,
  objects: number,
): Promise<void> {
  const { partitionKey, sortKey, locatedBy, timeToLiveAttribute } = store;
  for (let number = 1; number <= objects; number += 1) {
    const Item = {
      [partitionKey.attribute]: `${store.id}-${number}-of-${person}`,
      ...(sortKey ? { [sortKey.attribute]: "1" } : {}),
      [locatedBy.partitionKey.attribute]: fillSubject(locatedBy.partitionKey.template, person),
      ...(timeToLiveAttribute ? { [timeToLiveAttribute]: Math.floor(Date.now() / 1000) + DAY_SECONDS } : {}),
      text: "An invented text.",
    };
    await documents.send(new PutCommand({ TableName, Item }));
  }
}

/**
 * Stores an item of one person that names those before and after: so each of a row of people is named by two others.
 */
export async function putMentions(
  documents: DynamoDBDocumentClient,
  TableName: string,
  store: MentionsStore,
  host: Store | undefined,
  person: SubjectId,
): Promise<void> {
  if (host?.kind !== "dynamodb") throw new Error(`The demo has no item to name people in for ${store.id}.`);
  const { partitionKey, sortKey } = host;
  const [before, after] = besides(person).map((other) => fillSubject(store.template, other));
  if (before === undefined || after === undefined) return;
  const Item = {
    [partitionKey.attribute]: fillSubject(partitionKey.template, person),
    ...(sortKey ? { [sortKey.attribute]: `PROJECT#shared#${store.id}` } : {}),
    [store.attribute]: store.effect === "remove-from-set" ? new Set([before, after]) : before,
    title: "A project that several people open",
  };
  await documents.send(new PutCommand({ TableName, Item }));
}

/** Stores a thing that a person made and shares with the next, and a file of it. */
export async function putShared(
  { documents, s3 }: { readonly documents: DynamoDBDocumentClient; readonly s3: S3Client },
  { table, bucket }: { readonly table: string; readonly bucket: string | undefined },
  { partitionKey, members, owner, objects }: SharedStore,
  person: SubjectId,
): Promise<void> {
  const thing = `shared-of-${person}`;
  const [, next] = besides(person);
  const holders = [person, ...(next ? [next] : [])].map((one) => fillSubject(members.template, one));
  const Item = {
    [partitionKey.attribute]: thing,
    [owner.attribute]: holders[0],
    [members.attribute]: new Set(holders),
  };
  await documents.send(new PutCommand({ TableName: table, Item }));
  if (!objects || bucket === undefined) return;
  const Key = objects.keyTemplate.replace("{project}", thing).replace("…", "page.txt");
  await s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body: "An invented page." }));
}

/** Sends a message as the service does when work for a person has failed. */
export async function sendFailed(sqs: SQSClient, QueueUrl: string, person: SubjectId): Promise<void> {
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify({ person, export: 1 }) }));
}

/** The people numbered one less and one more; none for whoever has no number. */
function besides(person: SubjectId): readonly SubjectId[] {
  const [, name, number] = /^(.*-)(\d+)$/u.exec(person) ?? [];
  if (name === undefined) return [];
  return [Number(number) - 1, Number(number) + 1].map((other) => subjectIdOf(`${name}${other}`));
}
