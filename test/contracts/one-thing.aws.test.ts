import {
  AdminCreateUserCommand,
  CognitoIdentityProviderClient,
  CreateUserPoolCommand,
  UserNotFoundException,
} from "@aws-sdk/client-cognito-identity-provider";
import {
  type AttributeValue,
  CreateTableCommand,
  DynamoDBClient,
  QueryCommand,
} from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient, PutCommand, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cognitoEraser } from "../../shared/adapters/stores/cognito/erase.ts";
import { cognitoFinder } from "../../shared/adapters/stores/cognito/find.ts";
import { cognitoVerifier } from "../../shared/adapters/stores/cognito/verify.ts";
import { dynamodbEraser } from "../../shared/adapters/stores/dynamodb/erase.ts";
import { dynamodbFinder } from "../../shared/adapters/stores/dynamodb/find.ts";
import { dynamodbVerifier } from "../../shared/adapters/stores/dynamodb/verify.ts";
import { s3Eraser } from "../../shared/adapters/stores/s3/erase.ts";
import { s3Finder } from "../../shared/adapters/stores/s3/find.ts";
import { s3Verifier } from "../../shared/adapters/stores/s3/verify.ts";
import type { Scope } from "../../shared/domain/erasure/scope.ts";
import type { DynamodbLayout } from "../../shared/domain/policy/store.ts";
import type { StoreAdapter } from "../../shared/operations/ports.ts";
import { startBareEmbeddedAws } from "../embedded-aws.ts";
import { openGate } from "../world/stores/gates.ts";
import { LAYOUT, oneThingContract, person } from "./one-thing.ts";
import { newBucket } from "./s3-objects.ts";

const ROWS: DynamodbLayout = {
  partitionKey: { attribute: "owner", template: "SUBJECT#{subject}" },
  sortKey: { attribute: "item" },
  items: { project: "PROJECT#{project}#…", page: "PROJECT#{project}#PAGE#{page}#…", image: "{image}" },
};
/** A row may also begin with what is left open. */
const OPEN: DynamodbLayout = { ...ROWS, items: { page: "{project}#{page}#…" } };

const SORT_KEYS = [
  ...[
    "PROJECT#p1#PAGE#3#prompt",
    "PROJECT#p1#PAGE#3#metadata",
    "PROJECT#p1#PAGE#30#prompt",
    "PROJECT#p1#title",
  ],
  ...["PROJECT#p10#PAGE#4#prompt", "PROJECT#p2#PAGE#p1#prompt", "PROJECT#p2#PAGE#4#PAGE#3#x", "PROJECT#p1"],
  ...["a", "a.png", "A", "a#", "PROJECT", "PROJECT#", "p9#3#prompt", "p9#30#prompt", "p9"],
];

describe("one thing of a person, on the embedded AWS", () => {
  let aws: Awaited<ReturnType<typeof startBareEmbeddedAws>>;
  let s3: S3Client;
  let dynamodb: DynamoDBClient;
  let documents: DynamoDBDocumentClient;
  let cognito: CognitoIdentityProviderClient;
  let made = 0;

  beforeAll(async () => {
    aws = await startBareEmbeddedAws();
    s3 = new S3Client(aws.clientConfig);
    dynamodb = new DynamoDBClient(aws.clientConfig);
    documents = DynamoDBDocumentClient.from(dynamodb);
    cognito = new CognitoIdentityProviderClient(aws.clientConfig);
  });
  afterAll(() => aws.stop());

  describe("in a bucket", () => {
    oneThingContract(
      async () => {
        made += 1;
        return { s3, bucket: await newBucket(s3, `things-${made}`, { isVersioned: true }) };
      },
      (client, bucket, scope) => ({
        storeId: "things",
        kind: "s3",
        finder: s3Finder(client, bucket, LAYOUT, scope),
        eraser: s3Eraser(client, bucket, LAYOUT, { scope }),
        verifier: s3Verifier(client, bucket, LAYOUT, scope),
      }),
    );
  });

  const adapterOf = (
    client: DynamoDBDocumentClient,
    table: string,
    layout: DynamodbLayout,
    scope: Scope,
  ): StoreAdapter => ({
    storeId: "rows",
    kind: "dynamodb",
    finder: dynamodbFinder(client, table, layout, scope),
    eraser: dynamodbEraser(client, table, layout, { scope }),
    verifier: dynamodbVerifier(client, table, layout, scope),
  });

  const newTable = async (): Promise<string> => {
    made += 1;
    const TableName = `things-${made}`;
    await dynamodb.send(
      new CreateTableCommand({
        TableName,
        BillingMode: "PAY_PER_REQUEST",
        AttributeDefinitions: ["owner", "item"].map((name) => ({ AttributeName: name, AttributeType: "S" })),
        KeySchema: [
          { AttributeName: "owner", KeyType: "HASH" },
          { AttributeName: "item", KeyType: "RANGE" },
        ],
      }),
    );
    for (const owner of ["SUBJECT#1", "SUBJECT#10"]) {
      for (const item of SORT_KEYS) {
        await documents.send(new PutCommand({ TableName, Item: { owner, item, words: `${owner} ${item}` } }));
      }
    }
    return TableName;
  };

  const rowsIn = async (TableName: string) => {
    const { Items = [] } = await documents.send(new ScanCommand({ TableName, ConsistentRead: true }));
    return Items.map((item) => JSON.stringify(item)).sort();
  };

  describe("in a table", () => {
    it.each([
      [ROWS, { kind: "page", id: "3" }, ["PROJECT#p1#PAGE#3#prompt", "PROJECT#p1#PAGE#3#metadata"]],
      [ROWS, { kind: "project", id: "p1" }, SORT_KEYS.filter((key) => key.startsWith("PROJECT#p1#"))],
      [ROWS, { kind: "image", id: "a" }, ["a"]],
      [ROWS, { kind: "image", id: "a.png" }, ["a.png"]],
      [ROWS, { kind: "image", id: "none" }, []],
      [OPEN, { kind: "page", id: "3" }, ["p9#3#prompt"]],
    ] as const)("%# the rows of %o %o go, and no others", async (layout, scope, keys) => {
      const table = await newTable();
      const before = await rowsIn(table);
      const rest = before.filter((row) => {
        const { owner, item } = JSON.parse(row);
        return owner !== "SUBJECT#1" || !keys.some((key) => key === item);
      });
      const { finder, eraser, verifier } = adapterOf(documents, table, layout, scope);

      expect((await finder.find(person)).found).toBe(keys.length);
      expect(await verifier.countRemaining(person)).toBe(keys.length);
      const pass = await eraser.erase(person, openGate, async () => undefined);

      expect(pass).toMatchObject({ deleted: keys.length, left: 0, finished: true });
      expect(await rowsIn(table)).toEqual(rest);
      expect(await verifier.countRemaining(person)).toBe(0);
    });

    it.each([{ kind: "account" }, { kind: "page", id: "3" }] as const)(
      "the verifier of %o sees one row that finder and eraser miss",
      async (scope) => {
        const table = await newTable();
        const blind = blindTo("PROJECT#p1#PAGE#3#prompt");
        const { finder, eraser } = adapterOf(blind, table, ROWS, scope);
        const { finder: whole, verifier } = adapterOf(documents, table, ROWS, scope);

        expect((await whole.find(person)).found - (await finder.find(person)).found).toBe(1);
        expect(await eraser.erase(person, openGate, async () => undefined)).toMatchObject({ finished: true });
        expect(await verifier.countRemaining(person)).toBe(1);
      },
    );
  });

  it("the verifier of accounts sees one that finder and eraser miss", async () => {
    const { UserPool } = await cognito.send(new CreateUserPoolCommand({ PoolName: "things" }));
    const pool = UserPool?.Id ?? "";
    const account = { UserPoolId: pool, Username: person, MessageAction: "SUPPRESS" } as const;
    await cognito.send(new AdminCreateUserCommand(account));
    const blind = new CognitoIdentityProviderClient(aws.clientConfig);
    blind.middlewareStack.add(
      () => async () => {
        throw new UserNotFoundException({ message: "missed", $metadata: {} });
      },
      { step: "initialize" },
    );

    expect((await cognitoFinder(blind, pool).find(person)).found).toBe(0);
    const pass = await cognitoEraser(blind, pool).erase(person, openGate, async () => undefined);
    expect(pass).toMatchObject({ deleted: 0, finished: true });
    expect(await cognitoVerifier(cognito, pool).countRemaining(person)).toBe(1);
  });

  /** Returns a client whose queries do not show one row, as a fault in finder and eraser would have it. */
  function blindTo(missed: string): DynamoDBDocumentClient {
    const isSeen = ({ item }: Readonly<Record<string, AttributeValue>>) => item?.S !== missed;
    const send = async (...args: Parameters<DynamoDBDocumentClient["send"]>): Promise<unknown> => {
      const [command] = args;
      if (!(command instanceof QueryCommand)) return documents.send(...args);
      const answer = await dynamodb.send(command);
      return { ...answer, Items: answer.Items?.filter(isSeen) };
    };
    return new Proxy(documents, { get: (of, name) => (name === "send" ? send : Reflect.get(of, name)) });
  }
});
