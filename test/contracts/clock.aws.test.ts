import { CreateTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe } from "vitest";
import { dynamodbDueRows } from "../../shared/adapters/clock/dynamodb-due-rows.ts";
import { dynamodbDuties } from "../../shared/adapters/clock/dynamodb-duties.ts";
import { dynamodbMeasurements } from "../../shared/adapters/clock/dynamodb-measurements.ts";
import { dynamodbThingRecords } from "../../shared/adapters/clock/dynamodb-thing-records.ts";
import { startBareEmbeddedAws } from "../embedded-aws.ts";
import { virtualClock } from "../world/clock.ts";
import { clockContract } from "./clock.ts";

describe("what the clock knows, on the embedded AWS", () => {
  let aws: Awaited<ReturnType<typeof startBareEmbeddedAws>>;
  let made = 0;

  beforeAll(async () => {
    aws = await startBareEmbeddedAws();
  });
  afterAll(() => aws.stop());

  const newTable = async (dynamodb: DynamoDBClient): Promise<string> => {
    made += 1;
    const TableName = `clock-${made}`;
    await dynamodb.send(
      new CreateTableCommand({
        TableName,
        BillingMode: "PAY_PER_REQUEST",
        AttributeDefinitions: ["pk", "sk"].map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
        KeySchema: [
          { AttributeName: "pk", KeyType: "HASH" },
          { AttributeName: "sk", KeyType: "RANGE" },
        ],
      }),
    );
    return TableName;
  };

  clockContract(async () => {
    const dynamodb = new DynamoDBClient(aws.clientConfig);
    const documents = DynamoDBDocumentClient.from(dynamodb, {
      marshallOptions: { removeUndefinedValues: true },
    });
    const clock = virtualClock();
    const [table, counted] = [await newTable(dynamodb), await newTable(dynamodb)];
    const counters = { table: counted, clock };
    return {
      things: dynamodbThingRecords(documents, table),
      dueRows: dynamodbDueRows(documents, table, counters),
      duties: dynamodbDuties(documents, table),
      measurements: dynamodbMeasurements(documents, counters),
      today: clock.now().toISOString(),
    };
  });
});
