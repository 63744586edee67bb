import { randomBytes } from "node:crypto";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { KMSClient } from "@aws-sdk/client-kms";
import { S3Client } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { dynamodbTombstones } from "../shared/adapters/aws/dynamodb-tombstones.ts";
import { kmsDataKeys } from "../shared/adapters/aws/kms-data-keys.ts";
import { kmsSubjectKeys } from "../shared/adapters/aws/kms-subject-keys.ts";
import { s3Records } from "../shared/adapters/aws/s3-records.ts";
import { parsedSealedSettings, type SealedSettings } from "./client-settings.ts";
import type { AwsConfig } from "./lethe-client.ts";
import { readOnce, recordedPolicy } from "./recorded-policy.ts";
import { type LetheSealed, sealedClient } from "./sealed.ts";

/**
 * Returns the sealing part of the client of a deployment, for the service's own code; its role needs the managed
 * policies of the outputs `ClientPolicyArn` and `SealedClientPolicyArn`.
 *
 * @throws {ClientIncomplete} naming the setting that is missing.
 */
export function letheSealed(settings: SealedSettings, awsConfig: AwsConfig = {}): LetheSealed {
  const parsed = parsedSealedSettings(settings);
  const config = { ...awsConfig, region: parsed.region };
  const documents = DynamoDBDocumentClient.from(new DynamoDBClient(config));
  const kms = new KMSClient(config);
  const records = s3Records(new S3Client(config), parsed.recordsBucket);
  return sealedClient({
    policy: readOnce(() => recordedPolicy(records, parsed.service, parsed.policyDigest)),
    dataKeys: kmsDataKeys(documents, parsed.dataKeysTable, kms, parsed.wrappingKeyArn),
    subjectKeys: kmsSubjectKeys(documents, parsed.keysTable, kms, parsed.wrappingKeyArn),
    tombstones: dynamodbTombstones(documents, parsed.tombstonesTable),
    clock: { now: () => new Date() },
    random: randomBytes,
  });
}
