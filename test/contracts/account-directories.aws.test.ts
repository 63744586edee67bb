import {
  AdminCreateUserCommand,
  CognitoIdentityProviderClient,
  CreateUserPoolCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { CreateTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cognitoAccountDirectory } from "../../shared/adapters/stores/cognito/account-directory.ts";
import { dynamodbAccountDirectory } from "../../shared/adapters/stores/dynamodb/account-directory.ts";
import { subjectIdOf } from "../../shared/domain/erasure/subject-id.ts";
import type { DynamodbStore } from "../../shared/domain/policy/store.ts";
import type { AccountOnFile } from "../../shared/operations/ports.ts";
import { startBareEmbeddedAws } from "../embedded-aws.ts";
import { accountDirectoryContract } from "./mail.ts";
import { interposed } from "./tables.ts";

const ACCOUNTS: DynamodbStore = {
  id: "accounts",
  kind: "dynamodb",
  partitionKey: { attribute: "owner", template: "SUBJECT#{subject}" },
  pointInTimeRecoveryDays: 0,
  key: "aws-managed",
  categories: ["account"],
};
const ON_FILE = { attribute: "address", index: "by-address" };
const ADA = { subjectId: subjectIdOf("person-1"), address: "ada@mail.example" };

describe("accounts by address on the embedded AWS", () => {
  let aws: Awaited<ReturnType<typeof startBareEmbeddedAws>>;
  let documents: DynamoDBDocumentClient;
  let made = 0;

  beforeAll(async () => {
    aws = await startBareEmbeddedAws();
    documents = DynamoDBDocumentClient.from(new DynamoDBClient(aws.clientConfig));
  });
  afterAll(() => aws.stop());

  const newAccounts = async (sortKey?: string) => {
    made += 1;
    const TableName = `accounts-${made}`;
    const attributes = ["owner", "address", ...(sortKey ? [sortKey] : [])];
    await documents.send(
      new CreateTableCommand({
        TableName,
        BillingMode: "PAY_PER_REQUEST",
        AttributeDefinitions: attributes.map((name) => ({ AttributeName: name, AttributeType: "S" })),
        KeySchema: [
          { AttributeName: "owner", KeyType: "HASH" },
          ...(sortKey ? [{ AttributeName: sortKey, KeyType: "RANGE" } as const] : []),
        ],
        GlobalSecondaryIndexes: [
          {
            IndexName: ON_FILE.index,
            KeySchema: [{ AttributeName: "address", KeyType: "HASH" }],
            Projection: { ProjectionType: "KEYS_ONLY" },
          },
        ],
      }),
    );
    const put = async ({ subjectId, address }: AccountOnFile, more: Record<string, string> = {}) => {
      const Item = { owner: `SUBJECT#${subjectId}`, address, secret: "not for the directory", ...more };
      await documents.send(new PutCommand({ TableName, Item }));
    };
    return { TableName, put };
  };

  describe("in a table", () => {
    accountDirectoryContract(async () => {
      const { TableName, put } = await newAccounts();
      return { directory: dynamodbAccountDirectory(documents, TableName, ACCOUNTS, ON_FILE), add: put };
    });

    it("are one although several of its items have the address", async () => {
      const { TableName, put } = await newAccounts("item");
      for (const item of ["profile", "settings"]) await put(ADA, { item });
      const store = { ...ACCOUNTS, sortKey: { attribute: "item" } };
      const directory = dynamodbAccountDirectory(documents, TableName, store, ON_FILE);
      expect(await directory.findByAddress(ADA.address, 2)).toEqual([ADA]);
    });

    it("are not told by an index that lags behind the address of somebody who has another one now", async () => {
      const { TableName, put } = await newAccounts();
      await put({ ...ADA, address: "ada@new.example" });
      const stale = interposed(documents, {
        answer: (call, given) =>
          call === "QueryCommand" ? { ...Object(given), Items: [{ owner: "SUBJECT#person-1" }] } : given,
      });
      const directory = dynamodbAccountDirectory(stale, TableName, ACCOUNTS, ON_FILE);
      expect(await directory.findByAddress(ADA.address, 2)).toEqual([]);
      expect(await directory.findByAddress("ada@new.example", 2)).toHaveLength(1);
    });
  });

  describe("in a user pool", () => {
    accountDirectoryContract(
      async () => {
        const cognito = new CognitoIdentityProviderClient(aws.clientConfig);
        made += 1;
        const { UserPool } = await cognito.send(new CreateUserPoolCommand({ PoolName: `pool-${made}` }));
        const UserPoolId = UserPool?.Id ?? "";
        return {
          directory: cognitoAccountDirectory(cognito, UserPoolId, "email"),
          add: async ({ subjectId, address }) => {
            const UserAttributes = [{ Name: "email", Value: address }];
            const MessageAction = "SUPPRESS";
            await cognito.send(
              new AdminCreateUserCommand({ UserPoolId, Username: subjectId, MessageAction, UserAttributes }),
            );
          },
        };
        // The emulator reads no escaped quotation mark in a filter; Cognito does, and a unit test sees it sent.
      },
      { findsQuotations: false },
    );
  });
});
