import {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  type DynamoDBClient,
  GetResourcePolicyCommand,
} from "@aws-sdk/client-dynamodb";
import { comparablePolicy } from "./access-policy.ts";
import {
  answerOrNothing,
  comparable,
  isTrue,
  member,
  members,
  type Properties,
  type Settings,
} from "./settings.ts";

/**
 * Returns what a template wants of a table.
 *
 * @param region a global table says most of this for each of its regions.
 */
export function wantedOfTable(properties: Properties, region: string): Settings {
  const here = members(properties, "Replicas").find(({ Region }) => Region === region) ?? properties;
  const expiry = member(properties, "TimeToLiveSpecification");
  const encryption = member(properties, "SSESpecification");
  return {
    "time to live": comparable(isTrue(expiry.Enabled) ? expiry.AttributeName : undefined),
    "point-in-time recovery": comparable(
      isTrue(member(here, "PointInTimeRecoverySpecification").PointInTimeRecoveryEnabled),
    ),
    "encryption with a key of its own": comparable(isTrue(encryption.SSEEnabled)),
    "deletion protection": comparable(isTrue(here.DeletionProtectionEnabled)),
    policy: comparablePolicy(member(here, "ResourcePolicy").PolicyDocument),
    indexes: comparable(indexes(members(properties, "GlobalSecondaryIndexes"))),
  };
}

/** What an index is found by and holds; a template and DynamoDB say it in the same words. */
function indexes(declared: readonly IndexSettings[]): readonly string[] {
  return declared
    .map(({ IndexName, KeySchema, Projection }) => comparable({ IndexName, KeySchema, Projection }))
    .toSorted();
}

interface IndexSettings {
  readonly IndexName?: unknown;
  readonly KeySchema?: unknown;
  readonly Projection?: unknown;
}

/** Returns what a table has. */
export async function foundInTable(dynamodb: DynamoDBClient, table: string): Promise<Settings> {
  const [described, expiry, backups] = await Promise.all([
    dynamodb.send(new DescribeTableCommand({ TableName: table })),
    dynamodb.send(new DescribeTimeToLiveCommand({ TableName: table })),
    dynamodb.send(new DescribeContinuousBackupsCommand({ TableName: table })),
  ]);
  const policy = await answerOrNothing(
    dynamodb.send(new GetResourcePolicyCommand({ ResourceArn: described.Table?.TableArn })),
    "PolicyNotFoundException",
  );
  const { TimeToLiveStatus, AttributeName } = expiry.TimeToLiveDescription ?? {};
  const recovery = backups.ContinuousBackupsDescription?.PointInTimeRecoveryDescription;
  return {
    "time to live": comparable(TimeToLiveStatus?.startsWith("ENABL") ? AttributeName : undefined),
    "point-in-time recovery": comparable(recovery?.PointInTimeRecoveryStatus === "ENABLED"),
    "encryption with a key of its own": comparable(described.Table?.SSEDescription?.Status === "ENABLED"),
    "deletion protection": comparable(described.Table?.DeletionProtectionEnabled === true),
    policy: comparablePolicy(policy?.Policy),
    indexes: comparable(indexes(described.Table?.GlobalSecondaryIndexes ?? [])),
  };
}
