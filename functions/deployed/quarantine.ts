import { BackupClient } from "@aws-sdk/client-backup";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { type BringBack, broughtBackByAws } from "../../shared/adapters/quarantine/bring-back.ts";
import { broughtBackByCopying } from "../../shared/adapters/quarantine/copied-place.ts";
import { quarantineAt } from "../../shared/adapters/quarantine/quarantine.ts";
import { pseudonymsOf } from "../../shared/adapters/stores/retained-adapters.ts";
import type { Bindings } from "../../shared/domain/policy/bindings.ts";
import type { Policy } from "../../shared/domain/policy/policy.ts";
import type { Quarantine } from "../../shared/operations/ports.ts";
import { bindingsOnRecord } from "./bindings.ts";
import { systemClock } from "./clock.ts";
import { documents } from "./documents.ts";
import { hasLocalCopies, setting } from "./settings.ts";
import { subjectKeys } from "./subject-keys.ts";

const clients = { s3: new S3Client({}), dynamodb: new DynamoDBClient({}) };
const bucket = setting("quarantineBucket");

/** Returns quarantine, under the policy in force. */
export async function quarantineUnder(policy: Policy): Promise<Quarantine> {
  const bindings = await bindingsOnRecord();
  const retaining = {
    pseudonymOf: pseudonymsOf(subjectKeys, policy.service.id),
    now: () => systemClock.now(),
  };
  return quarantineAt({
    ...clients,
    documents,
    policy,
    bindings,
    bucket,
    retaining,
    bringBack: bringBack(policy, bindings),
  });
}

function bringBack(policy: Policy, bindings: Bindings): BringBack {
  if (hasLocalCopies()) return broughtBackByCopying({ ...clients, bucket });
  const isTable = (storeId: string) =>
    policy.stores.some(({ id, kind }) => id === storeId && kind.startsWith("dynamodb"));
  return broughtBackByAws({
    backup: new BackupClient({}),
    dynamodb: clients.dynamodb,
    // Without a vault nothing is restored by AWS Backup.
    roleArn: policy.backups.vaults.length > 0 ? setting("restoreRoleArn") : "",
    bucket,
    tableOf: (storeId) => (isTable(storeId) ? bindings.stores[storeId]?.id : undefined),
  });
}
