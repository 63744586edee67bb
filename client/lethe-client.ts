import { DynamoDBClient, type DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";
import { KMSClient } from "@aws-sdk/client-kms";
import { S3Client } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { dynamodbDecisions } from "../shared/adapters/aws/dynamodb-decisions.ts";
import { kmsSubjectKeys } from "../shared/adapters/aws/kms-subject-keys.ts";
import { s3Records } from "../shared/adapters/aws/s3-records.ts";
import type { CompiledPolicy } from "../shared/domain/policy/compile-policy.ts";
import { policyOnRecord } from "../shared/operations/policy-on-record.ts";
import { ClientIncomplete, type ClientSettings, parsedSettings } from "./client-settings.ts";
import { guards, type LetheClient } from "./guards.ts";

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
    policy: readOnce(async () => ofService(service, await policyOnRecord(records, policyDigest))),
    region,
  });
}

/** Another service's policy has other consents, and makes other references of the same id. */
function ofService(service: string, compiled: CompiledPolicy): CompiledPolicy {
  const { id } = compiled.policy.service;
  if (id === service) return compiled;
  throw new ClientIncomplete(`The policy ${compiled.digest} is the one of ${id}, not of ${service}.`);
}

/** A failure is not kept: the next call tries again. */
function readOnce(read: () => Promise<CompiledPolicy>): () => Promise<CompiledPolicy> {
  let reading: Promise<CompiledPolicy> | undefined;
  return () => {
    reading ??= read().catch((error: unknown) => {
      reading = undefined;
      throw error;
    });
    return reading;
  };
}
