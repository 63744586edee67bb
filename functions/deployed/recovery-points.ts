import { BackupClient } from "@aws-sdk/client-backup";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { awsRecoveryPoints } from "../../shared/adapters/backups/aws-recovery-points.ts";
import { policyOnRecord } from "../../shared/operations/policy-on-record.ts";
import type { RecoveryPoints } from "../../shared/operations/ports.ts";
import { bindingsOnRecord } from "./bindings.ts";
import { systemClock } from "./clock.ts";
import { records } from "./records.ts";
import { setting } from "./settings.ts";

const clients = { backup: new BackupClient({}), dynamodb: new DynamoDBClient({}), s3: new S3Client({}) };
let known: Promise<RecoveryPoints> | undefined;

/** The copies of the stores of this deployment, under the policy in force. */
export const recoveryPoints: RecoveryPoints = {
  listOf: async (storeId) => (await found()).listOf(storeId),
  read: async (place) => (await found()).read(place),
  delete: async (place) => (await found()).delete(place),
};

/** What policy and deployment say is read once in a process, since either makes a new one. */
function found(): Promise<RecoveryPoints> {
  known ??= read().catch((error: unknown) => {
    known = undefined;
    throw error;
  });
  return known;
}

async function read(): Promise<RecoveryPoints> {
  const [{ policy }, bindings] = await Promise.all([
    policyOnRecord(records, setting("policyDigest")),
    bindingsOnRecord(),
  ]);
  return awsRecoveryPoints(policy, bindings, clients, systemClock);
}
