import { S3Client } from "@aws-sdk/client-s3";
import { type ClockPlaces, clockPlaces } from "../../shared/adapters/clock/clock-places.ts";
import { expiringStores } from "../../shared/adapters/stores/expiring-stores.ts";
import type { Bindings } from "../../shared/domain/policy/bindings.ts";
import type { Policy } from "../../shared/domain/policy/policy.ts";
import type { S3Store } from "../../shared/domain/policy/store.ts";
import { canaryStore } from "../../shared/domain/retention/canary.ts";
import { type ClockedService, clockedService } from "../../shared/domain/retention/clocked-service.ts";
import { bucketsAt } from "../../shared/domain/retention/due-bucket.ts";
import { policyOnRecord } from "../../shared/operations/policy-on-record.ts";
import type { ExpiringStore } from "../../shared/operations/ports.ts";
import type { CanaryPlace } from "../../shared/operations/watch-canaries.ts";
import { bindingsOnRecord } from "./bindings.ts";
import { shown } from "./clock.ts";
import { documents } from "./documents.ts";
import { records } from "./records.ts";
import { setting, timeScale } from "./settings.ts";

/** The service of this deployment, as its clock works on it. */
export interface Clocked {
  readonly policy: Policy;
  readonly service: ClockedService;
  readonly places: ClockPlaces;
  readonly expiringStores: ReadonlyMap<string, ExpiringStore>;
  /** Where canaries live, if anything there is has a limit. */
  readonly canary: (CanaryPlace & { readonly bucket: string }) | undefined;
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
  const service = clockedService(compiled, setting("region"), buckets);
  const stores = expiringStores(compiled.policy, bindings, clients, { shown });
  return {
    policy: compiled.policy,
    service,
    canary: canaryPlace(canaryStore(compiled.policy), service, stores, bindings),
    places: clockPlaces(compiled.policy, bindings, shown),
    expiringStores: stores,
  };
}

function canaryPlace(
  declared: S3Store | undefined,
  service: ClockedService,
  stores: ReadonlyMap<string, ExpiringStore>,
  bindings: Bindings,
): Clocked["canary"] {
  const store = declared && service.stores.get(declared.id);
  const adapter = declared && stores.get(declared.id);
  const bucket = declared && bindings.stores[declared.id]?.id;
  if (!declared || !store || !adapter || bucket === undefined) return undefined;
  return { declared, rule: store.rule, adapter, bucket };
}
