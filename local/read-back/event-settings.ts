import { DescribeTableCommand, type DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { GetEventSourceMappingCommand, type LambdaClient } from "@aws-sdk/client-lambda";
import { GetBucketNotificationConfigurationCommand, type S3Client } from "@aws-sdk/client-s3";
import { comparable, member, members, type Properties, type Settings } from "./settings.ts";

/** Returns of what a template wants a bucket to tell queues; a queue is named by a reference, so it is not compared. */
export function wantedNotifications(properties: Properties): Settings {
  const told = members(member(properties, "NotificationConfiguration"), "QueueConfigurations");
  return {
    notifications: notifications(
      told.map((one) => ({
        events: [one.Event],
        prefix: members(member(member(one, "Filter"), "S3Key"), "Rules")[0]?.Value,
      })),
    ),
  };
}

/** Returns of what a bucket tells queues. */
export async function foundNotifications(s3: S3Client, Bucket: string): Promise<Settings> {
  const { QueueConfigurations = [] } = await s3.send(
    new GetBucketNotificationConfigurationCommand({ Bucket }),
  );
  return {
    notifications: notifications(
      QueueConfigurations.map(({ Events, Filter }) => ({
        events: Events ?? [],
        prefix: Filter?.Key?.FilterRules?.[0]?.Value,
      })),
    ),
  };
}

/** Returns which stream a template wants of a table. */
export function wantedStream(properties: Properties): Settings {
  return { stream: comparable(member(properties, "StreamSpecification").StreamViewType) };
}

/** Returns which stream a table has. */
export async function foundStream(dynamodb: DynamoDBClient, TableName: string): Promise<Settings> {
  const { Table } = await dynamodb.send(new DescribeTableCommand({ TableName }));
  return { stream: comparable(Table?.StreamSpecification?.StreamViewType) };
}

/** Returns what a template wants of a mapping from a queue or stream to a function. */
export function wantedOfMapping(properties: Properties): Settings {
  return {
    "batch size": comparable(Number(properties.BatchSize)),
    "waits for a batch": comparable(Number(properties.MaximumBatchingWindowInSeconds ?? 0)),
    "reports failures": comparable(properties.FunctionResponseTypes),
    retries: comparable(properties.MaximumRetryAttempts),
    "failure destination": comparable(member(properties, "DestinationConfig").OnFailure !== undefined),
    filters: comparable(members(member(properties, "FilterCriteria"), "Filters").length),
  };
}

/** Returns what a mapping has. */
export async function foundInMapping(lambda: LambdaClient, UUID: string): Promise<Settings> {
  const found = await lambda.send(new GetEventSourceMappingCommand({ UUID }));
  return {
    "batch size": comparable(found.BatchSize),
    "waits for a batch": comparable(found.MaximumBatchingWindowInSeconds ?? 0),
    "reports failures": comparable(found.FunctionResponseTypes),
    retries: comparable(found.MaximumRetryAttempts),
    "failure destination": comparable(found.DestinationConfig?.OnFailure !== undefined),
    filters: comparable(found.FilterCriteria?.Filters?.length ?? 0),
  };
}

interface Told {
  readonly events: readonly unknown[];
  readonly prefix: unknown;
}

function notifications(each: readonly Told[]): string {
  const told = each.flatMap(({ events, prefix }) => events.map((event) => comparable({ event, prefix })));
  return comparable(told.length === 0 ? undefined : told.toSorted());
}
