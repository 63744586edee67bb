import { CloudFormationClient, DescribeStackResourcesCommand } from "@aws-sdk/client-cloudformation";
import { CloudWatchLogsClient } from "@aws-sdk/client-cloudwatch-logs";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { IAMClient } from "@aws-sdk/client-iam";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { S3Client } from "@aws-sdk/client-s3";
import { SESClient } from "@aws-sdk/client-ses";
import { SQSClient } from "@aws-sdk/client-sqs";
import type { SynthesisedStack, TemplateResource } from "./cloud-assembly.ts";
import { LOCAL_CREDENTIALS, type LocalAws } from "./local-environment.ts";
import { foundInBucketPolicy, wantedOfBucketPolicy } from "./read-back/bucket-policy.ts";
import { foundInBucket, wantedOfBucket } from "./read-back/bucket-settings.ts";
import {
  foundInMapping,
  foundNotifications,
  foundStream,
  wantedNotifications,
  wantedOfMapping,
  wantedStream,
} from "./read-back/event-settings.ts";
import { foundInFunction, wantedOfFunction } from "./read-back/function-settings.ts";
import { foundInLogGroup, wantedOfLogGroup } from "./read-back/log-group-settings.ts";
import { foundInQueue, wantedOfQueue } from "./read-back/queue-settings.ts";
import { foundInReceiptRule, wantedOfReceiptRule } from "./read-back/receipt-rule-settings.ts";
import { foundInRole, wantedOfRole } from "./read-back/role-settings.ts";
import { member, NONE, type Settings } from "./read-back/settings.ts";
import { foundInTable, wantedOfTable } from "./read-back/table-settings.ts";

/** What was deployed is not what the template says. */
export class ReadBackDifference extends Error {
  override readonly name = "ReadBackDifference";
}

/**
 * Does nothing if the settings that an embedded AWS is known to drop have arrived: a deployment that
 * CloudFormation calls complete proves nothing there.
 *
 * @throws {ReadBackDifference} naming the stack, and each resource and setting with what was wanted and found.
 */
export async function readBack({ aws, stack }: { readonly aws: LocalAws; readonly stack: SynthesisedStack }) {
  const clientConfig = { endpoint: aws.endpoint, region: stack.region, credentials: LOCAL_CREDENTIALS };
  const readers = settingReaders(clientConfig, stack.region);
  const physicalIds = await physicalIdsOf(new CloudFormationClient(clientConfig), stack.name);
  const differences = await Promise.all(
    Object.entries(stack.template.Resources).map(async ([logicalId, resource]) => {
      const reader = readers[resource.Type];
      if (!reader) return [];
      const physicalId = physicalIds.get(reader.heldBy?.(resource) ?? logicalId);
      if (physicalId === undefined) return [`${logicalId} (${resource.Type}): wanted, and not there`];
      return differencesOf(
        `${logicalId} (${physicalId})`,
        reader.wanted(resource),
        await reader.found(physicalId, resource),
      );
    }),
  );
  if (differences.flat().length === 0) return;
  throw new ReadBackDifference(
    `The stack ${stack.name} was deployed, but not as its template says:\n${differences.flat().join("\n")}\nThe embedded AWS dropped these; close the gap in local/emulator/gaps, or take the setting out of the template.`,
  );
}

interface SettingReader {
  /** Logical id of the resource that has the settings, if it is another one. */
  heldBy?(resource: TemplateResource): string | undefined;
  wanted(resource: TemplateResource): Settings;
  found(physicalId: string, resource: TemplateResource): Promise<Settings>;
}

type ClientConfig = {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: typeof LOCAL_CREDENTIALS;
};

function settingReaders(config: ClientConfig, region: string): Readonly<Record<string, SettingReader>> {
  const s3 = new S3Client(config);
  const dynamodb = new DynamoDBClient(config);
  const lambda = new LambdaClient(config);
  const sqs = new SQSClient(config);
  const logs = new CloudWatchLogsClient(config);
  const iam = new IAMClient(config);
  const ses = new SESClient(config);
  const table: SettingReader = {
    wanted: ({ Properties }) => ({ ...wantedOfTable(Properties, region), ...wantedStream(Properties) }),
    found: async (name) => ({
      ...(await foundInTable(dynamodb, name)),
      ...(await foundStream(dynamodb, name)),
    }),
  };
  return {
    "AWS::S3::Bucket": {
      wanted: ({ Properties }) => ({ ...wantedOfBucket(Properties), ...wantedNotifications(Properties) }),
      found: async (name) => ({
        ...(await foundInBucket(s3, name)),
        ...(await foundNotifications(s3, name)),
      }),
    },
    "AWS::S3::BucketPolicy": {
      heldBy: ({ Properties }) => referenced(member(Properties, "Bucket").Ref),
      wanted: ({ Properties }) => wantedOfBucketPolicy(Properties),
      found: (bucket) => foundInBucketPolicy(s3, bucket),
    },
    "AWS::Logs::LogGroup": {
      wanted: ({ Properties }) => wantedOfLogGroup(Properties),
      found: (name) => foundInLogGroup(logs, name),
    },
    "AWS::IAM::Role": {
      wanted: ({ Properties }) => wantedOfRole(Properties),
      found: (name) => foundInRole(iam, name),
    },
    "AWS::Lambda::EventSourceMapping": {
      wanted: ({ Properties }) => wantedOfMapping(Properties),
      found: (uuid) => foundInMapping(lambda, uuid),
    },
    "AWS::SQS::Queue": {
      wanted: ({ Properties }) => wantedOfQueue(Properties),
      found: (url) => foundInQueue(sqs, url),
    },
    "AWS::SES::ReceiptRule": {
      wanted: ({ Properties }) => wantedOfReceiptRule(Properties),
      found: (name, { Properties }) => foundInReceiptRule(ses, String(Properties.RuleSetName), name),
    },
    "AWS::DynamoDB::Table": table,
    "AWS::DynamoDB::GlobalTable": table,
    "AWS::Lambda::Function": {
      wanted: ({ Properties }) => wantedOfFunction(Properties),
      found: (name) => foundInFunction(lambda, name),
    },
  };
}

function referenced(logicalId: unknown): string | undefined {
  return typeof logicalId === "string" ? logicalId : undefined;
}

async function physicalIdsOf(
  client: CloudFormationClient,
  stack: string,
): Promise<ReadonlyMap<string, string>> {
  const { StackResources } = await client.send(new DescribeStackResourcesCommand({ StackName: stack }));
  return new Map(
    (StackResources ?? []).map(({ LogicalResourceId, PhysicalResourceId }) => [
      LogicalResourceId ?? "",
      PhysicalResourceId ?? "",
    ]),
  );
}

function differencesOf(resource: string, wanted: Settings, found: Settings): readonly string[] {
  return Object.entries(wanted)
    .filter(([setting, value]) => found[setting] !== value)
    .map(([setting, value]) => `${resource}: ${setting}: wanted ${value}, found ${found[setting] ?? NONE}`);
}
