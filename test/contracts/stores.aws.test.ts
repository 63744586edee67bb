import {
  AdminCreateUserCommand,
  CognitoIdentityProviderClient,
  CreateUserPoolCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { BatchWriteItemCommand, CreateTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cognitoAccounts } from "../../shared/adapters/stores/cognito/accounts.ts";
import { storeAdapters } from "../../shared/adapters/stores/store-adapters.ts";
import { subjectIdOf } from "../../shared/domain/erasure/subject-id.ts";
import type { Bindings } from "../../shared/domain/policy/bindings.ts";
import type { SubjectStore } from "../../shared/domain/policy/store.ts";
import type { StoreAdapter } from "../../shared/operations/ports.ts";
import { startBareEmbeddedAws } from "../embedded-aws.ts";
import { subjectStore } from "../subject-store.ts";
import { openGate } from "../world/stores/gates.ts";
import { newBucket, putObjects } from "./s3-objects.ts";
import { storeContract } from "./store.ts";

const partitionKey = { attribute: "owner", template: "SUBJECT#{subject}" };
const photos = subjectStore({
  id: "photos",
  kind: "s3",
  keyTemplate: "users/{subject}/…",
  versioned: false,
  categories: ["photo"],
});
const portraits = subjectStore({
  id: "portraits",
  kind: "s3",
  keyTemplate: "users/{subject}/…",
  versioned: true,
  categories: ["portrait"],
});
const landmarks = subjectStore({
  id: "landmarks",
  kind: "dynamodb",
  partitionKey,
  sortKey: { attribute: "photo" },
  categories: ["landmarks"],
});
const profiles = subjectStore({ id: "profiles", kind: "dynamodb", partitionKey, categories: ["profile"] });
const accounts = subjectStore({
  id: "accounts",
  kind: "cognito",
  username: "{subject}",
  categories: ["account"],
});

describe("stores on the embedded AWS", () => {
  let aws: Awaited<ReturnType<typeof startBareEmbeddedAws>>;
  let s3: S3Client;
  let dynamodb: DynamoDBClient;
  let cognito: CognitoIdentityProviderClient;
  let made = 0;

  beforeAll(async () => {
    aws = await startBareEmbeddedAws();
    s3 = new S3Client(aws.clientConfig);
    dynamodb = new DynamoDBClient(aws.clientConfig);
    cognito = new CognitoIdentityProviderClient(aws.clientConfig);
  });
  afterAll(() => aws.stop());

  /** Returns the adapter as the functions make it. */
  const adapterOf = (store: SubjectStore, id: string): StoreAdapter => {
    const place = {
      id,
      arn: `arn:aws:example:::${id}`,
      region: aws.region,
      account: "000000000000",
      owned: true,
    };
    const bindings: Bindings = {
      schema: "lethe.bindings/1",
      service: "dream-portraits",
      region: aws.region,
      account: "000000000000",
      policyDigest: "a".repeat(64),
      stores: { [store.id]: place },
    };
    const clients = { s3, documents: DynamoDBDocumentClient.from(dynamodb), cognito };
    const [adapter] = storeAdapters({ stores: [store] }, bindings, clients);
    if (!adapter) throw new Error(`No adapter was made of store ${store.id}.`);
    return adapter;
  };

  const nextName = (of: string): string => {
    made += 1;
    return `${of}-${made}`;
  };

  const newTable = async (sortKey: { name: string; type: "S" | "N" } | undefined): Promise<string> => {
    const TableName = nextName("table");
    const keys = [
      { name: partitionKey.attribute, type: "S", role: "HASH" } as const,
      ...(sortKey ? [{ ...sortKey, role: "RANGE" } as const] : []),
    ];
    await dynamodb.send(
      new CreateTableCommand({
        TableName,
        BillingMode: "PAY_PER_REQUEST",
        AttributeDefinitions: keys.map(({ name, type }) => ({ AttributeName: name, AttributeType: type })),
        KeySchema: keys.map(({ name, role }) => ({ AttributeName: name, KeyType: role })),
      }),
    );
    return TableName;
  };

  const putItems = async (table: string, items: readonly Record<string, { S: string } | { N: string }>[]) => {
    for (let at = 0; at < items.length; at += 25) {
      const requests = items.slice(at, at + 25).map((Item) => ({ PutRequest: { Item } }));
      await dynamodb.send(new BatchWriteItemCommand({ RequestItems: { [table]: requests } }));
    }
  };

  const newPool = async (): Promise<string> => {
    const { UserPool } = await cognito.send(new CreateUserPoolCommand({ PoolName: nextName("pool") }));
    return UserPool?.Id ?? "";
  };

  const openAccount = async (UserPoolId: string, Username: string): Promise<void> => {
    const UserAttributes = [{ Name: "email", Value: `${Username}@people.example` }];
    await cognito.send(
      new AdminCreateUserCommand({ UserPoolId, Username, UserAttributes, MessageAction: "SUPPRESS" }),
    );
  };

  for (const store of [photos, portraits]) {
    describe(store.id, () => {
      storeContract(
        async () => {
          const bucket = await newBucket(s3, nextName(store.id), { isVersioned: store === portraits });
          let put = 0;
          return {
            adapter: adapterOf(store, bucket),
            put: async (subject, entries) => {
              const keys = Array.from({ length: entries }, (_, at) => `users/${subject}/${put + at}`);
              put += entries;
              await putObjects(s3, bucket, keys);
            },
          };
        },
        // Paging through a bucket without versions, it shows the last entry of a page again on the next.
        store === portraits
          ? { entries: 1001, isSeveralBatches: true }
          : { entries: 60, isSeveralBatches: false },
      );
    });
  }

  describe("items with a sort key", () => {
    storeContract(
      async () => {
        const table = await newTable({ name: "photo", type: "S" });
        let put = 0;
        return {
          adapter: adapterOf(landmarks, table),
          put: async (subject, entries) => {
            const items = Array.from({ length: entries }, () => {
              put += 1;
              return { owner: { S: `SUBJECT#${subject}` }, photo: { S: `photo-${put}` }, x: { N: "0.5" } };
            });
            await putItems(table, items);
          },
        };
      },
      { entries: 60, isSeveralBatches: true },
    );
  });

  describe("items without one", () => {
    storeContract(
      async () => {
        const table = await newTable(undefined);
        return {
          adapter: adapterOf(profiles, table),
          put: async (subject) => putItems(table, [{ owner: { S: `SUBJECT#${subject}` } }]),
        };
      },
      { entries: 1, isSeveralBatches: false },
    );
  });

  describe("accounts", () => {
    storeContract(
      async () => {
        const pool = await newPool();
        return { adapter: adapterOf(accounts, pool), put: async (subject) => openAccount(pool, subject) };
      },
      { entries: 1, isSeveralBatches: false },
    );

    it("are disabled and tell the address to answer to; a person without one has none", async () => {
      const pool = await newPool();
      await openAccount(pool, "person-1");

      expect(await cognitoAccounts(cognito, pool).disable(subjectIdOf("person-1"))).toBe(
        "person-1@people.example",
      );
      expect(await cognitoAccounts(cognito, pool).disable(subjectIdOf("person-2"))).toBeUndefined();
    });

    it("are enabled again, and say whether they are", async () => {
      const pool = await newPool();
      await openAccount(pool, "person-1");
      const [one, person] = [cognitoAccounts(cognito, pool), subjectIdOf("person-1")];

      await one.disable(person);
      expect(await one.isEnabled(person)).toBe(false);
      await one.enable(person);
      expect(await one.isEnabled(person)).toBe(true);

      expect(await one.isEnabled(subjectIdOf("person-2"))).toBe(false);
      await one.enable(subjectIdOf("person-2"));
    });
  });

  it("deletes an item whose number a JavaScript number would round", async () => {
    const table = await newTable({ name: "photo", type: "N" });
    const numbers = ["9007199254740993", "9007199254740992", "0.12345678901234567890123456789012345678"];
    await putItems(
      table,
      numbers.map((N) => ({ owner: { S: "SUBJECT#1" }, photo: { N } })),
    );
    const { eraser, verifier } = adapterOf(landmarks, table);

    const pass = await eraser.erase(subjectIdOf("1"), openGate, async () => undefined);

    expect(pass).toMatchObject({ deleted: numbers.length, finished: true });
    expect(await verifier.countRemaining(subjectIdOf("1"))).toBe(0);
  });

  it.each([photos, landmarks, accounts])("a place that does not exist is an error: $id", async (store) => {
    const { finder, eraser, verifier } = adapterOf(store, "eu-central-1_absent-place");
    const person = subjectIdOf("1");

    await expect(finder.find(person)).rejects.toThrow();
    await expect(eraser.erase(person, openGate, async () => undefined)).rejects.toThrow();
    await expect(verifier.countRemaining(person)).rejects.toThrow();
  });
});
