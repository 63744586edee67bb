import { DynamoDBClient, type DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";
import { KMSClient } from "@aws-sdk/client-kms";
import { S3Client } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { dynamodbDecisions } from "../shared/adapters/aws/dynamodb-decisions.ts";
import { kmsSubjectKeys } from "../shared/adapters/aws/kms-subject-keys.ts";
import { s3Records } from "../shared/adapters/aws/s3-records.ts";
import { type ClientSettings, parsedSettings } from "./client-settings.ts";
import { guards, type LetheClient } from "./guards.ts";
import { readOnce, recordedPolicy } from "./recorded-policy.ts";

/** What every client of the AWS SDK takes. */
export type AwsConfig = Pick<DynamoDBClientConfig, "credentials"> & { readonly endpoint?: string };

/**
 * Returns the guards of a deployment, for the service's own code; its role needs the managed policy of the output
 * `ClientPolicyArn`. Policy and subject key are read once, decisions every time.
 *
 * @throws {ClientIncomplete} naming the setting that is missing.
 */
export function letheClient(settings: ClientSettings, awsConfig: AwsConfig = {}): LetheClient {
  const { service, region, decisionsTable, keysTable, wrappingKeyArn, recordsBucket, policyDigest } =
    parsedSettings(settings);
  const config = { ...awsConfig, region };
  const documents = DynamoDBDocumentClient.from(new DynamoDBClient(config), {
    marshallOptions: { removeUndefinedValues: true },
  });
  const records = s3Records(new S3Client(config), recordsBucket);
  return guards({
    decisions: dynamodbDecisions(documents, decisionsTable),
    subjectKeys: kmsSubjectKeys(documents, keysTable, new KMSClient(config), wrappingKeyArn),
    clock: { now: () => new Date() },
    policy: readOnce(() => recordedPolicy(records, service, policyDigest)),
    region,
  });
}
