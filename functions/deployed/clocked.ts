import { S3Client } from "@aws-sdk/client-s3";
import { type ClockPlaces, clockPlaces } from "../../shared/adapters/clock/clock-places.ts";
import { expiringStores } from "../../shared/adapters/stores/expiring-stores.ts";
import { type ClockedService, clockedService } from "../../shared/domain/retention/clocked-service.ts";
import { bucketsAt } from "../../shared/domain/retention/due-bucket.ts";
import { policyOnRecord } from "../../shared/operations/policy-on-record.ts";
import type { ExpiringStore } from "../../shared/operations/ports.ts";
import { shown } from "./clock.ts";
import { documents } from "./documents.ts";
import { records } from "./records.ts";
import { setting, timeScale } from "./settings.ts";
import { bindingsOnRecord } from "./stores.ts";

/** The service of this deployment, as its clock works on it. */
export interface Clocked {
  readonly service: ClockedService;
  readonly places: ClockPlaces;
  readonly expiringStores: ReadonlyMap<string, ExpiringStore>;
}

let known: Promise<Clocked> | undefined;

/** Returns what the policy in force and the last deployment say; read once in a process, since either makes a new one. */
export function clocked(): Promise<Clocked> {
  known ??= read().catch((error: unknown) => {
    known = undefined;
    throw error;
  });
  return known;
}

async function read(): Promise<Clocked> {
  const [compiled, bindings] = await Promise.all([
    policyOnRecord(records, setting("policyDigest")),
    bindingsOnRecord(),
  ]);
  const buckets = bucketsAt(timeScale()?.scale ?? 1);
  const clients = { s3: new S3Client({}), documents };
  return {
    service: clockedService(compiled, setting("region"), buckets),
    places: clockPlaces(compiled.policy, bindings, shown),
    expiringStores: expiringStores(compiled.policy, bindings, clients, { shown }),
  };
}
