import {
  type CognitoIdentityProviderClient,
  ListUsersCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { type AttributeValue, ScanCommand } from "@aws-sdk/client-dynamodb";
import { ListObjectsV2Command, type S3Client } from "@aws-sdk/client-s3";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { ACCOUNT } from "../../domain/erasure/scope.ts";
import { SubjectIdSchema } from "../../domain/erasure/subject-id.ts";
import type { Bindings } from "../../domain/policy/bindings.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import { storesChangedBy } from "../../domain/policy/retained-stores.ts";
import { prefixBeforeSubject, type S3Store, type SubjectStore } from "../../domain/policy/store.ts";
import type { ClockTable } from "../../domain/retention/clock-rules.ts";
import { itemKeyText, locatedOwner, ownerOf } from "../../domain/retention/thing-owner.ts";
import type { PeopleIn } from "../../operations/ports.ts";
import { plain } from "./s3/entries.ts";
import { boundPlace, type StoreClients } from "./store-adapters.ts";

/** Returns the people of every store that the erasure of an account empties or cuts, and in which they are listed by themselves. */
export function peopleInStores(
  policy: Policy,
  bindings: Bindings,
  clients: StoreClients,
): readonly PeopleIn[] {
  return storesChangedBy(policy, ACCOUNT).flatMap((store) =>
    peopleIn(store, boundPlace(bindings, store.id), clients),
  );
}

function peopleIn(store: SubjectStore, place: string, clients: StoreClients): readonly PeopleIn[] {
  const { id: storeId } = store;
  switch (store.kind) {
    case "s3":
      return [{ storeId, list: (after) => inBucket(clients.s3, place, store, after) }];
    case "dynamodb":
    case "dynamodb-index":
      return [{ storeId, list: (after) => inTable(clients.documents, place, store, after) }];
    case "cognito":
      return [{ storeId, list: (after) => inUserPool(clients.cognito, place, after) }];
    // Names in items of others come back with those.
    case "dynamodb-mentions":
    case "dynamodb-shared":
      return [];
  }
}

/** By the folders alone: so many people a call, whatever each of them has. */
async function* inBucket(s3: S3Client, Bucket: string, store: S3Store, after: string | undefined) {
  const Prefix = prefixBeforeSubject(store);
  let token: string | undefined;
  do {
    const page = await s3.send(
      new ListObjectsV2Command({
        Bucket,
        Prefix,
        Delimiter: "/",
        EncodingType: "url",
        ...(token === undefined ? { StartAfter: after } : { ContinuationToken: token }),
      }),
    );
    const folders = (page.CommonPrefixes ?? []).map((folder) => plain(folder.Prefix, page));
    const people = folders.flatMap((folder) => personIn(folder.slice(Prefix.length, -1)));
    // Everything of that person sorts before this.
    const last = folders.at(-1);
    yield { people, after: last === undefined ? undefined : `${last}\u{10ffff}` };
    token = page.NextContinuationToken;
  } while (token);
}

async function* inTable(
  documents: DynamoDBDocumentClient,
  TableName: string,
  store: ClockTable,
  after: string | undefined,
) {
  const { partitionKey, sortKey } = store;
  const located = store.kind === "dynamodb-index" ? store.locatedBy.partitionKey.attribute : undefined;
  const names = [partitionKey.attribute, sortKey?.attribute, located].filter((name) => name !== undefined);
  const attributes = [...new Set(names)].map((name, at) => [`#a${at}`, name] as const);
  let start = after === undefined ? undefined : startOf(after);
  do {
    const page = await documents.send(
      new ScanCommand({
        TableName,
        ProjectionExpression: attributes.map(([placeholder]) => placeholder).join(", "),
        ExpressionAttributeNames: Object.fromEntries(attributes),
        ...(start ? { ExclusiveStartKey: start } : {}),
      }),
    );
    const people = (page.Items ?? []).flatMap((item) => {
      const [partition = "", sort] = [item[partitionKey.attribute]?.S, sortKey && item[sortKey.attribute]?.S];
      const owner =
        store.kind === "dynamodb-index"
          ? locatedOwner(store, item[located ?? ""]?.S)
          : ownerOf(store, itemKeyText(partition, sort));
      return owner === undefined ? [] : [owner];
    });
    start = page.LastEvaluatedKey;
    yield { people, after: start && textOf(start) };
  } while (start);
}

async function* inUserPool(
  cognito: CognitoIdentityProviderClient,
  UserPoolId: string,
  after: string | undefined,
) {
  let token = after;
  do {
    const page = await cognito.send(
      new ListUsersCommand({ UserPoolId, AttributesToGet: [], PaginationToken: token }),
    );
    token = page.PaginationToken;
    yield { people: (page.Users ?? []).flatMap(({ Username = "" }) => personIn(Username)), after: token };
  } while (token);
}

function personIn(text: string) {
  const parsed = SubjectIdSchema.safeParse(text);
  return parsed.success ? [parsed.data] : [];
}

/** Key attributes of ours are texts. */
function textOf(key: Readonly<Record<string, AttributeValue>>): string {
  return JSON.stringify(Object.entries(key).map(([name, { S = "" }]) => [name, S]));
}

function startOf(text: string): Record<string, AttributeValue> {
  const entries: readonly (readonly [string, string])[] = JSON.parse(text);
  return Object.fromEntries(entries.map(([name, S]) => [name, { S }]));
}
