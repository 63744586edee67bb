import {
  CreateTableCommand,
  DeleteItemCommand,
  DynamoDBClient,
  PutItemCommand,
  paginateScan,
} from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe } from "vitest";
import { startBareEmbeddedAws } from "../embedded-aws.ts";
import { type FillableTable, retainedRecordsContract } from "./retained-records.ts";

type Item = Awaited<ReturnType<FillableTable["items"]>>[number];

describe("on the embedded AWS", () => {
  let aws: Awaited<ReturnType<typeof startBareEmbeddedAws>>;
  let made = 0;

  beforeAll(async () => {
    aws = await startBareEmbeddedAws();
  });
  afterAll(() => aws.stop());

  retainedRecordsContract(async () => {
    made += 1;
    const table = `invoices-${made}`;
    const dynamodb = new DynamoDBClient(aws.clientConfig);
    const keys = [
      { AttributeName: "owner", KeyType: "HASH" },
      { AttributeName: "invoice", KeyType: "RANGE" },
    ] as const;
    await dynamodb.send(
      new CreateTableCommand({
        TableName: table,
        BillingMode: "PAY_PER_REQUEST",
        AttributeDefinitions: keys.map(({ AttributeName }) => ({ AttributeName, AttributeType: "S" })),
        KeySchema: [...keys],
      }),
    );
    return {
      table,
      documents: DynamoDBDocumentClient.from(dynamodb),
      put: async (items) => {
        for (const Item of items) await dynamodb.send(new PutItemCommand({ TableName: table, Item }));
      },
      remove: async ({ owner, invoice }) => {
        if (!owner || !invoice) throw new Error("An item without its keys cannot be removed.");
        await dynamodb.send(new DeleteItemCommand({ TableName: table, Key: { owner, invoice } }));
      },
      items: async () => {
        const all: Item[] = [];
        for await (const { Items = [] } of paginateScan({ client: dynamodb }, { TableName: table })) {
          all.push(...Items);
        }
        return all;
      },
    };
  });
});
