import { randomBytes } from "node:crypto";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { KMSClient } from "@aws-sdk/client-kms";
import { S3Client } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { dynamodbDecisions } from "../shared/adapters/aws/dynamodb-decisions.ts";
import { dynamodbDisclosures } from "../shared/adapters/aws/dynamodb-disclosures.ts";
import { dynamodbTombstones } from "../shared/adapters/aws/dynamodb-tombstones.ts";
import { kmsGrantTokens } from "../shared/adapters/aws/kms-grant-tokens.ts";
import { kmsSubjectKeys } from "../shared/adapters/aws/kms-subject-keys.ts";
import { s3Records } from "../shared/adapters/aws/s3-records.ts";
import { clockAt } from "../shared/adapters/clock/scaled-time.ts";
import { preventionAt } from "../shared/adapters/processor-connectors.ts";
import { parsedSendingSettings, type SendingSettings } from "./client-settings.ts";
import type { AwsConfig } from "./lethe-client.ts";
import { readOnce, recordedPolicy } from "./recorded-policy.ts";
import { type LetheSending, sending } from "./sending.ts";

/**
 * Returns the sending part of the client of a deployment, for the service's own code; its role needs the managed policies
 * of the outputs `ClientPolicyArn` and `SendingClientPolicyArn`.
 *
 * @throws {ClientIncomplete} naming the setting that is missing.
 */
export function letheSending(settings: SendingSettings, awsConfig: AwsConfig = {}): LetheSending {
  const parsed = parsedSendingSettings(settings);
  const { service, region, keysTable, wrappingKeyArn, disclosuresTable } = parsed;
  const config = { ...awsConfig, region };
  const documents = DynamoDBDocumentClient.from(new DynamoDBClient(config), {
    marshallOptions: { removeUndefinedValues: true },
  });
  const kms = new KMSClient(config);
  const records = s3Records(new S3Client(config), parsed.recordsBucket);
  return sending({
    policy: readOnce(() => recordedPolicy(records, service, parsed.policyDigest)),
    region,
    tombstones: dynamodbTombstones(documents, parsed.tombstonesTable),
    decisions: dynamodbDecisions(documents, parsed.decisionsTable),
    disclosures: dynamodbDisclosures(documents, disclosuresTable),
    subjectKeys: kmsSubjectKeys(documents, keysTable, kms, wrappingKeyArn),
    clock: clockAt(parsed.time),
    random: randomBytes,
    preventionAt,
    keepToken: kmsGrantTokens(documents, disclosuresTable, kms, wrappingKeyArn).put,
  });
}
