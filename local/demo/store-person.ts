import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  AdminCreateUserCommand,
  type CognitoIdentityProviderClient,
} from "@aws-sdk/client-cognito-identity-provider";
import { DeleteObjectCommand, PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import type { SQSClient } from "@aws-sdk/client-sqs";
import { type DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import { fillSubject, type SubjectId } from "../../shared/domain/erasure/subject-id.ts";
import type { AccountAddresses } from "../../shared/domain/policy/account-addresses.ts";
import type { Bindings } from "../../shared/domain/policy/bindings.ts";
import type { DynamodbStore, S3Store, Store } from "../../shared/domain/policy/store.ts";
import { addressOf } from "./people.ts";
import { type DemoRecord, demoRecord } from "./records.ts";
import { putIndexed, putMentions, putShared, sendFailed } from "./store-shared.ts";
import { thingKeys } from "./things.ts";

/** Real files: a face in pixels and as a photo, and a sheet to print. */
const SAMPLES = ["photo.jpg", "portrait.png", "sheet.pdf"].map((name) => ({
  ending: name.slice(name.indexOf(".")),
  type: { jpg: "image/jpeg", png: "image/png", pdf: "application/pdf" }[name.slice(-3)],
  bytes: readFileSync(join(import.meta.dirname, "samples", name)),
}));
const DAY_SECONDS = 86_400;

/** Where the demo service stores what people have. */
export interface DemoStores {
  readonly stores: readonly Store[];
  /** Where the service keeps the address of each account, if its policy says so. */
  readonly accountAddresses: AccountAddresses | undefined;
  readonly bindings: Bindings;
  readonly s3: S3Client;
  readonly documents: DynamoDBDocumentClient;
  readonly cognito: CognitoIdentityProviderClient;
  readonly sqs: SQSClient;
}

/**
 * Stores so many of each thing for one invented person, in every store of the policy, as the service would, and their
 * projects, pages and images where it tells those apart.
 */
export async function storePerson(demo: DemoStores, person: SubjectId, objects: number): Promise<void> {
  for (const store of demo.stores) {
    const place = demo.bindings.stores[store.id]?.id;
    if (place === undefined) throw new Error(`The bindings do not say where store ${store.id} is.`);
    switch (store.kind) {
      case "s3":
        await putObjects(demo.s3, place, store, person, objects);
        break;
      case "dynamodb":
        await putItems(demo, place, store, person, objects);
        break;
      case "cognito":
        await createAccount(demo.cognito, place, person);
        break;
      case "dynamodb-index":
        await putIndexed(demo.documents, place, store, person, objects);
        break;
      case "dynamodb-mentions": {
        const host = demo.stores.find(({ id }) => id === store.tableOf);
        await putMentions(demo.documents, place, store, host, person);
        break;
      }
      case "dynamodb-shared": {
        const bucket = store.objects && demo.bindings.stores[store.objects.bucketOf]?.id;
        await putShared(demo, { table: place, bucket }, store, person);
        break;
      }
      case "queue":
        await sendFailed(demo.sqs, place, person);
        break;
      case "log-group":
      case "aged-files":
        // Lines and results hold no subject here: there is nothing of one person to put there.
        break;
    }
  }
}

/** In a versioned bucket each third object is replaced once and each fifth deleted, so that history is there too. */
async function putObjects(
  s3: S3Client,
  Bucket: string,
  store: S3Store,
  person: SubjectId,
  objects: number,
): Promise<void> {
  for (let number = 1; number <= objects; number += 1) {
    const sample = SAMPLES[number % SAMPLES.length];
    if (!sample) continue;
    const Key = `${fillSubject(store.keyTemplate, person)}${store.id}-${number}${sample.ending}`;
    const put = new PutObjectCommand({ Bucket, Key, Body: sample.bytes, ContentType: sample.type });
    await s3.send(put);
    if (store.versioned && number % 3 === 0) await s3.send(put);
    if (store.versioned && number % 5 === 0) await s3.send(new DeleteObjectCommand({ Bucket, Key }));
  }
  const [sample] = SAMPLES;
  for (const Key of thingKeys(store.items, person, `picture${sample?.ending}`)) {
    const put = new PutObjectCommand({ Bucket, Key, Body: sample?.bytes, ContentType: sample?.type });
    await s3.send(put);
    if (store.versioned) await s3.send(put);
  }
}

async function putItems(
  { documents, accountAddresses }: Pick<DemoStores, "documents" | "accountAddresses">,
  TableName: string,
  store: DynamodbStore,
  person: SubjectId,
  objects: number,
): Promise<void> {
  const { partitionKey, sortKey, timeToLiveAttribute, categories } = store;
  const numbered = Array.from({ length: objects }, (_, at) => `${store.id}-${at + 1}`);
  const sortKeys = [...numbered, ...thingKeys(store.items, person, "row")];
  const now = new Date();
  for (const [number, sort] of sortKeys.entries()) {
    const record = demoRecord(categories, person, number + 1, now) ?? sheetRow(sort, number, now);
    const expiresAt = Math.floor(record.madeAt.getTime() / 1000) + record.keptDays * DAY_SECONDS;
    const Item = {
      [partitionKey.attribute]: fillSubject(partitionKey.template, person),
      ...(sortKey ? { [sortKey.attribute]: record.sort } : {}),
      ...(timeToLiveAttribute ? { [timeToLiveAttribute]: expiresAt } : {}),
      ...record.attributes,
      ...(accountAddresses?.store === store.id ? { [accountAddresses.attribute]: addressOf(person) } : {}),
    };
    await documents.send(new PutCommand({ TableName, Item }));
  }
}

/** What tables hold of which nothing in particular is known. */
function sheetRow(sort: string, number: number, madeAt: Date): DemoRecord {
  const eyes = [
    [0.31, 0.42],
    [0.58, 0.42],
  ];
  return { sort, attributes: { eyes, style: ["oil", "pencil", "comic"][number % 3] }, madeAt, keptDays: 1 };
}

async function createAccount(
  cognito: CognitoIdentityProviderClient,
  UserPoolId: string,
  person: SubjectId,
): Promise<void> {
  await cognito.send(
    new AdminCreateUserCommand({
      UserPoolId,
      Username: person,
      MessageAction: "SUPPRESS",
      UserAttributes: [
        { Name: "email", Value: addressOf(person) },
        { Name: "email_verified", Value: "true" },
      ],
    }),
  );
}
