import type { BackupClient } from "@aws-sdk/client-backup";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { S3Client } from "@aws-sdk/client-s3";
import type { RecoveryPoint } from "../../domain/backups/recovery-point.ts";
import type { Bindings } from "../../domain/policy/bindings.ts";
import { worstCaseHours } from "../../domain/policy/mechanism-slack.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import type { Store } from "../../domain/policy/store.ts";
import type { Clock, RecoveryPointPlace, RecoveryPoints } from "../../operations/ports.ts";
import { pointInTimeOf, type TablePlace, tableBackupsOf } from "./table-copies.ts";
import { type ExportFiles, exportsOf } from "./table-exports.ts";
import { deleteVaultPoint, readVaultPoint, vaultPointsOf } from "./vault-points.ts";

const DAY_HOURS = 24;

/** A store is asked about that the policy in force or the last deployment does not have. */
export class StoreNotPlaced extends Error {
  override readonly name = "StoreNotPlaced";
}

/** What the copies of stores are looked for with. */
export interface BackupClients {
  readonly backup: BackupClient;
  readonly dynamodb: DynamoDBClient;
  readonly s3: S3Client;
}

/** Returns the copies of the stores of a policy: in AWS Backup, in DynamoDB, and as exports. */
export function awsRecoveryPoints(
  { stores }: Pick<Policy, "stores">,
  bindings: Pick<Bindings, "stores">,
  clients: BackupClients,
  clock: Clock,
): RecoveryPoints {
  const files = exportFiles(stores, bindings);
  const listOf = async (storeId: string): Promise<readonly RecoveryPoint[]> => {
    const store = stores.find(({ id }) => id === storeId);
    const ref = bindings.stores[storeId];
    if (!store || !ref) {
      throw new StoreNotPlaced(
        `Nobody knows any more where ${storeId} is, so nobody can say whether copies of it are there: look in AWS Backup.`,
      );
    }
    const as = copiedAs(store);
    if (as === "nothing") return [];
    const inVaults = await vaultPointsOf(clients.backup, { storeId, resourceArn: ref.arn }, clock.now());
    const place = { storeId, table: ref.id, arn: ref.arn };
    const ofTable = as === "bucket" ? [] : await copiesOfTable(clients, place, files);
    return [...inVaults, ...ofTable].sort((one, other) => one.earliest.localeCompare(other.earliest));
  };
  return {
    listOf,
    async read(place: RecoveryPointPlace) {
      const { kind, pointId, storeId } = place;
      if (kind === "snapshot" || kind === "continuous")
        return readVaultPoint(clients.backup, vaultPlace(place), { storeId, now: clock.now() });
      return (await listOf(storeId)).find((point) => point.pointId === pointId && point.kind === kind);
    },
    async delete(place: RecoveryPointPlace) {
      switch (place.kind) {
        case "snapshot":
        case "continuous":
          return deleteVaultPoint(clients.backup, vaultPlace(place));
        // Nobody declares one, so it is a person who ends it.
        case "table-backup":
        case "system-backup":
        case "point-in-time":
        case "export":
          return "has-no-call";
      }
    },
  };
}

async function copiesOfTable(
  { dynamodb, s3 }: BackupClients,
  place: TablePlace,
  files: ReadonlyMap<string, ExportFiles>,
): Promise<readonly RecoveryPoint[]> {
  return [
    ...(await pointInTimeOf(dynamodb, place)),
    ...(await tableBackupsOf(dynamodb, place)),
    ...(await exportsOf({ dynamodb, s3 }, place, files)),
  ];
}

function vaultPlace({ pointId, place = "" }: RecoveryPointPlace) {
  return { vault: place, arn: pointId };
}

function exportFiles(
  stores: readonly Store[],
  bindings: Pick<Bindings, "stores">,
): ReadonlyMap<string, ExportFiles> {
  return new Map(
    stores.flatMap((store) => {
      const bucket = bindings.stores[store.id]?.id;
      if (store.kind !== "aged-files" || store.exportsOf === undefined || bucket === undefined) return [];
      const goneAfterDays = Math.ceil((worstCaseHours(store, new Map()) ?? 0) / DAY_HOURS);
      return [[bucket, { storeId: store.id, goneAfterDays }] as const];
    }),
  );
}

/** By which calls a store is copied: those of tables and buckets, those of buckets alone, or by none. */
function copiedAs({ kind }: Store): "table" | "bucket" | "nothing" {
  switch (kind) {
    case "s3":
    case "aged-files":
      return "bucket";
    case "dynamodb":
    case "dynamodb-index":
    case "dynamodb-shared":
    case "dynamodb-mentions":
      return "table";
    case "cognito":
    case "log-group":
    case "queue":
      return "nothing";
  }
}
