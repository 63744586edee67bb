import { CreateTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { dynamodbExpiringStore } from "../../shared/adapters/stores/dynamodb/expire.ts";
import { s3ExpiringStore } from "../../shared/adapters/stores/s3/expire.ts";
import { RETAINED_MARK } from "../../shared/domain/erasure/retained-record.ts";
import { type DynamodbStore, type S3Store, StoreSchema } from "../../shared/domain/policy/store.ts";
import { type IndexedStore, IndexedStoreSchema } from "../../shared/domain/policy/table-stores.ts";
import { itemKeyText } from "../../shared/domain/retention/thing-owner.ts";
import type { ExpiringStore, SeenThing, ThingToExpire } from "../../shared/operations/ports.ts";
import { startBareEmbeddedAws } from "../embedded-aws.ts";
import { gateFor, gateHolding, openGate } from "../world/stores/gates.ts";
import { beginUpload, newBucket, putMarkers, putObjects } from "./s3-objects.ts";

const FAR = "2999-01-01T00:00:00.000Z";
const LONG_AGO = "2001-01-01T00:00:00.000Z";
/** What an address, a form and XML each write otherwise. */
const ODD_KEYS = ["a b", "a+b", "a%20b", "a%2Bb", "a&b", "é", "\u{1f600}", "<x>", "a//b"].map(
  (rest) => `users/1/sessions/s1/${rest}`,
);
/** What XML cannot carry: the embedded AWS stores it, and cannot list it. */
const NOT_IN_XML = ["a\rb", "a\u0001b", "a/\ufffe"].map((rest) => `users/1/sessions/s1/${rest}`);

describe("stores as the clock empties them, on the embedded AWS", () => {
  let aws: Awaited<ReturnType<typeof startBareEmbeddedAws>>;
  let s3: S3Client;
  let dynamodb: DynamoDBClient;
  let made = 0;

  beforeAll(async () => {
    aws = await startBareEmbeddedAws();
    s3 = new S3Client(aws.clientConfig);
    dynamodb = new DynamoDBClient(aws.clientConfig);
  });
  afterAll(() => aws.stop());

  const bucketStore = (versioned: boolean): S3Store => {
    const keyTemplate = "users/{subject}/sessions/{session}/…";
    const store = StoreSchema.parse({
      id: "photos",
      kind: "s3",
      keyTemplate,
      versioned,
      items: { session: keyTemplate },
      categories: ["photo"],
    });
    if (store.kind !== "s3") throw new Error("A bucket is no bucket.");
    return store;
  };
  const seenIn = async (store: ExpiringStore, after?: string): Promise<readonly SeenThing[]> => {
    const seen: SeenThing[] = [];
    for await (const page of store.list(after)) seen.push(...page);
    return seen;
  };
  const keysIn = async (store: ExpiringStore) => (await seenIn(store)).map(({ thing: { key } }) => key);
  const toExpire = ({ thing, etag }: SeenThing): ThingToExpire => ({
    thing,
    createdAt: LONG_AGO,
    dueAt: FAR,
    ...(etag === undefined ? {} : { etag }),
  });

  describe("a bucket without versions", () => {
    let bucket: string;
    let store: ExpiringStore;

    beforeEach(async () => {
      made += 1;
      bucket = await newBucket(s3, `expiring-${made}`, {});
      store = s3ExpiringStore(s3, bucket, bucketStore(false), { shown: (real) => real, isShared: false });
    });

    it("loses what is due, whatever its key, and says so of each in their order", async () => {
      await putObjects(s3, bucket, [...ODD_KEYS, "no-owner", "users/2/sessions/s9/x"]);
      const seen = await seenIn(store);
      expect(seen.map(({ thing: { key } }) => key).toSorted()).toEqual(
        [...ODD_KEYS, "no-owner", "users/2/sessions/s9/x"].toSorted(),
      );
      const due = seen.filter(({ thing: { key } }) => !key.startsWith("users/2/"));
      const gone = { thing: { store: "photos", key: "gone" }, createdAt: LONG_AGO, dueAt: FAR, etag: "0" };

      const how = await store.expire([...due.map(toExpire), gone], openGate);

      expect(how).toEqual([...due.map(() => "deleted"), "absent"]);
      expect(await keysIn(store)).toEqual(["users/2/sessions/s9/x"]);
    });

    it("keeps what was stored again meanwhile, and says that it has changed", async () => {
      const keys = ["users/1/sessions/s1/x", ...NOT_IN_XML];
      const put = (Key: string, Body: string) => s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body }));
      const due = async (body: string) =>
        Promise.all(
          keys.map(async (key) => {
            const { ETag = "" } = await put(key, body);
            const etag = ETag.replaceAll('"', "");
            return { thing: { store: "photos", key }, createdAt: LONG_AGO, dueAt: FAR, etag };
          }),
        );
      const before = await due("one");
      const now = await due("other");

      expect(await store.expire(before, openGate)).toEqual(keys.map(() => "changed"));
      expect(await store.expire(now, openGate)).toEqual(keys.map(() => "deleted"));
      expect(await store.expire(now, openGate)).toEqual(keys.map(() => "absent"));
    });

    it("is looked at where no ETag is known, with what was begun to be uploaded", async () => {
      await putObjects(s3, bucket, ["users/1/sessions/s1/x"]);
      await beginUpload(s3, bucket, "users/1/sessions/s1/x");
      await beginUpload(s3, bucket, "users/1/sessions/s1/y");
      const unknown = ["x", "y", "z"].map((rest) => ({
        thing: { store: "photos", key: `users/1/sessions/s1/${rest}` },
        createdAt: LONG_AGO,
        dueAt: FAR,
      }));

      expect(
        await store.expire(
          unknown.map((one) => ({ ...one, dueAt: LONG_AGO })),
          openGate,
        ),
      ).toEqual(["changed", "absent", "absent"]);
      expect(await store.expire(unknown, openGate)).toEqual(["deleted", "deleted", "absent"]);
      expect(await seenIn(store)).toEqual([]);
    });

    it("keeps what a hold keeps, and everything where the gate is shut", async () => {
      await putObjects(s3, bucket, ["users/1/sessions/s1/x", "users/2/sessions/s1/x"]);
      const seen = (await seenIn(store)).map(toExpire);

      expect(await store.expire(seen, gateFor(0))).toEqual(["stopped", "stopped"]);
      expect(
        await store.expire(
          seen,
          gateHolding(({ item }) => item.startsWith("users/1/")),
        ),
      ).toEqual(["held", "deleted"]);
      expect(await keysIn(store)).toEqual(["users/1/sessions/s1/x"]);
    });

    it("is listed on from any key, uploads among the objects, and by session", async () => {
      await putObjects(s3, bucket, ["a", "c", "users/1/sessions/s1/x", "users/1/sessions/s10/x"]);
      await beginUpload(s3, bucket, "b");
      await beginUpload(s3, bucket, "users/9/x");
      const all = ["a", "b", "c", "users/1/sessions/s1/x", "users/1/sessions/s10/x", "users/9/x"];

      expect((await keysIn(store)).toSorted()).toEqual(all);
      expect((await seenIn(store, "b")).map(({ thing: { key } }) => key)).not.toContain("a");
      expect((await seenIn(store, "c")).map(({ thing: { key } }) => key).toSorted()).toEqual(all.slice(3));
      const session: string[] = [];
      for await (const page of store.listSession("1", "s1"))
        session.push(...page.map(({ thing }) => thing.key));
      expect(session).toEqual(["users/1/sessions/s1/x"]);
      expect((await store.see({ store: "photos", key: "a" }))?.thing.key).toBe("a");
      expect(await store.see({ store: "photos", key: "users/1/sessions/s1" })).toBeUndefined();
    });
  });

  it("a bucket with versions loses each version and marker of a key, and nothing of longer keys", async () => {
    const bucket = await newBucket(s3, "expiring-versions", { isVersioned: true });
    const store = s3ExpiringStore(s3, bucket, bucketStore(true), { shown: (real) => real, isShared: false });
    const key = "users/1/sessions/s1/x";
    await putObjects(s3, bucket, [key, key, `${key}y`]);
    await putMarkers(s3, bucket, [key]);
    await putObjects(s3, bucket, [key]);
    const [x] = await seenIn(store);
    if (!x) throw new Error("Nothing is listed.");

    expect(await store.expire([{ ...toExpire(x), dueAt: LONG_AGO }], openGate)).toEqual(["changed"]);
    expect(await store.expire([toExpire(x)], openGate)).toEqual(["deleted"]);
    expect(await store.expire([toExpire(x)], openGate)).toEqual(["absent"]);
    expect(await keysIn(store)).toEqual([`${key}y`]);
  });

  it("a table loses what is due, tells what was gone, and is listed on from any item", async () => {
    const TableName = "expiring-items";
    await newItemsTable(TableName);
    const documents = DynamoDBDocumentClient.from(dynamodb);
    const store = dynamodbExpiringStore(documents, TableName, tableStore());
    const items = ["a", "b#1", "c"].map((photo) => ({ owner: "SUBJECT#1", photo }));
    for (const Item of items)
      await documents.send(new PutCommand({ TableName, Item: { ...Item, face: "secret" } }));
    const seen = await seenIn(store);
    expect(seen.map(({ thing: { key } }) => key)).toEqual(
      items.map(({ owner, photo }) => itemKeyText(owner, photo)),
    );
    expect(seen.every(({ storedAt }) => storedAt === undefined)).toBe(true);
    const session: string[] = [];
    for await (const page of store.listSession("1", "b")) session.push(...page.map(({ thing }) => thing.key));
    expect(session).toEqual([itemKeyText("SUBJECT#1", "b#1")]);
    const [a, b, c] = seen.map(toExpire);
    if (!a || !b || !c) throw new Error("Items are missing.");

    expect(
      await store.expire(
        [a, b],
        gateHolding(({ item }) => item === "b#1"),
      ),
    ).toEqual(["deleted", "held"]);
    expect(await store.expire([a, c], openGate)).toEqual(["absent", "deleted"]);
    expect(await keysIn(store)).toEqual([b.thing.key]);
    expect((await store.see(b.thing))?.thing).toEqual(b.thing);
    expect(await store.see(a.thing)).toBeUndefined();
    expect(await seenIn(store, b.thing.key)).toEqual([]);
  });

  it("a table tells of what a law keeps when that ends, and deletes it only as such", async () => {
    const TableName = "expiring-records";
    await newItemsTable(TableName);
    const documents = DynamoDBDocumentClient.from(dynamodb);
    const declared = { ...tableStore(), timeToLiveAttribute: "ends" };
    const store = dynamodbExpiringStore(documents, TableName, declared, {
      store: declared,
      retention: {
        ...{ categories: ["facial-landmarks"], legalBasis: "A law", retentionDays: 10 },
        ...{ keeps: ["photo", "made"], createdAttribute: "made" },
      },
    });
    const endless = { owner: "SUBJECT#p", photo: "b", [RETAINED_MARK.attribute]: RETAINED_MARK.value };
    const kept = { ...endless, photo: "a", made: "2026-01-31T08:00:00Z", ends: 1_801_382_400 };
    const plain = { owner: "SUBJECT#1", photo: "c", made: kept.made, ends: kept.ends };
    for (const Item of [kept, endless, plain]) await documents.send(new PutCommand({ TableName, Item }));
    const life = { madeAt: "2026-01-31T08:00:00.000Z", until: "2027-01-31T08:00:00.000Z" };

    const seen = (await seenIn(store)).toSorted((one, other) =>
      (one.thing.key.at(-3) ?? "").localeCompare(other.thing.key.at(-3) ?? ""),
    );
    expect(seen.map(({ retained }) => retained)).toEqual([life, undefined, undefined]);
    const [a, b, c] = seen.map(toExpire);
    if (!a || !b || !c) throw new Error("Items are missing.");
    expect((await store.see(a.thing))?.retained).toEqual(life);

    expect(await store.expire([a, b, c], openGate)).toEqual(["changed", "deleted", "deleted"]);
    expect(await store.expire([a, b, c], openGate)).toEqual(["changed", "absent", "absent"]);
    expect(await store.expire([{ ...a, isRetained: true }], openGate)).toEqual(["deleted"]);
    expect(await seenIn(store)).toEqual([]);
  });

  it("a table whose owners an index tells loses what is due, and its items say whose they are", async () => {
    const TableName = "expiring-indexed";
    await newItemsTable(TableName);
    const documents = DynamoDBDocumentClient.from(dynamodb);
    const store = dynamodbExpiringStore(documents, TableName, indexedStore());
    const items = ["1", "10"].map((person) => ({
      ...{ owner: "GR-1", photo: `of-${person}`, person: `SUBJECT#${person}` },
    }));
    for (const Item of items) await documents.send(new PutCommand({ TableName, Item }));
    const seen = await seenIn(store);
    expect(seen.map(({ thing: { key } }) => key)).toEqual(
      ["of-1", "of-10"].map((of) => itemKeyText("GR-1", of)),
    );
    expect((await seenIn(store, itemKeyText("GR-1", "of-1"))).length).toBe(1);
    for await (const page of store.listSession("1", "s")) expect(page).toEqual([]);

    const owners: unknown[] = [];
    const asking: typeof openGate = {
      async mayDelete(entries) {
        for (const { readOwner } of entries) owners.push(await readOwner?.());
        return openGate.mayDelete(entries);
      },
    };
    expect(await store.expire(seen.map(toExpire), asking)).toEqual(["deleted", "deleted"]);
    expect(owners).toEqual(["1", "10"]);
    expect(await store.expire(seen.map(toExpire), asking)).toEqual(["absent", "absent"]);
    expect(owners.slice(2)).toEqual([undefined, undefined]);
  });

  function newItemsTable(TableName: string) {
    const keys = ["owner", "photo"];
    return dynamodb.send(
      new CreateTableCommand({
        TableName,
        BillingMode: "PAY_PER_REQUEST",
        AttributeDefinitions: keys.map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
        KeySchema: keys.map((AttributeName, at) => ({
          AttributeName,
          KeyType: at === 0 ? "HASH" : "RANGE",
        })),
      }),
    );
  }

  function indexedStore(): IndexedStore {
    return IndexedStoreSchema.parse({
      id: "grievances",
      kind: "dynamodb-index",
      partitionKey: { attribute: "owner" },
      sortKey: { attribute: "photo" },
      locatedBy: { index: "by-person", partitionKey: { attribute: "person", template: "SUBJECT#{subject}" } },
      categories: ["grievance"],
    });
  }

  function tableStore(): DynamodbStore {
    const store = StoreSchema.parse({
      id: "landmarks",
      kind: "dynamodb",
      partitionKey: { attribute: "owner", template: "SUBJECT#{subject}" },
      sortKey: { attribute: "photo" },
      items: { session: "{session}#…" },
      categories: ["facial-landmarks"],
    });
    if (store.kind !== "dynamodb") throw new Error("A table is no table.");
    return store;
  }
});
