import { randomUUID } from "node:crypto";
import { policy as dreamPortraits } from "../../../policies/dream-portraits.ts";
import { dynamodbLedger } from "../../../shared/adapters/aws/dynamodb-ledger.ts";
import { dynamodbDueRows } from "../../../shared/adapters/clock/dynamodb-due-rows.ts";
import { dynamodbMeasurements } from "../../../shared/adapters/clock/dynamodb-measurements.ts";
import { dynamodbThingRecords } from "../../../shared/adapters/clock/dynamodb-thing-records.ts";
import { compilePolicy } from "../../../shared/domain/policy/compile-policy.ts";
import { ownRecordDays } from "../../../shared/domain/policy/own-record-days.ts";
import { clockedService } from "../../../shared/domain/retention/clocked-service.ts";
import { bucketsAt } from "../../../shared/domain/retention/due-bucket.ts";
import { reconciledEveryMinutes } from "../../../shared/domain/retention/reconcile-interval.ts";
import { thingDigest } from "../../../shared/domain/retention/thing.ts";
import { reconcileStore } from "../../../shared/operations/reconcile-store.ts";
import { recordThingEvents } from "../../../shared/operations/record-events.ts";
import { reportClock } from "../../../shared/operations/report-clock.ts";
import { sweep } from "../../../shared/operations/sweep.ts";
import { inMemoryExpiringStore, type StoredThing } from "../../world/clock/expiring-store.ts";
import { virtualClock } from "../../world/clock.ts";
import { inMemoryDocuments } from "../../world/dynamodb/in-memory-documents.ts";
import { itemBytes } from "../../world/dynamodb/units.ts";
import { inMemoryHolds } from "../../world/holds.ts";
import { inMemoryRequestRegister } from "../../world/request-register.ts";
import { fixedSubjectKeys } from "../../world/small-ports.ts";
import { inMemoryTasks } from "../../world/tasks.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const STORE = "photos";

/** What DynamoDB billed, in units. */
export interface Units {
  readonly written: number;
  readonly read: number;
}

/** The same with what of the writing was for which kind of item. */
export interface Metered extends Units {
  readonly writtenOf: ReadonlyMap<string, number>;
}

export type MeteredWorld = ReturnType<typeof meteredWorld>;

/**
 * Returns the clock of a real policy over the adapters that are deployed and tables that bill as DynamoDB does. What
 * is uploaded is told in batches of the test's making, and a tick comes when the test says so.
 */
export function meteredWorld() {
  const { documents, tables, consumed } = inMemoryDocuments();
  const compiled = compilePolicy(dreamPortraits);
  const [region = ""] = compiled.policy.service.regions;
  const service = clockedService(compiled, region, bucketsAt(1));
  const clock = virtualClock("2026-11-24T02:00:00.000Z");
  const keptDays = ownRecordDays(compiled.policy, "ledger");
  const counters = { table: "measurements", clock };
  const stores = new Map(
    [...service.stores].map(([id, { declared }]) => [id, inMemoryExpiringStore(declared, clock)]),
  );
  const photos = stores.get(STORE);
  const clocked = service.stores.get(STORE);
  if (!photos || !clocked) throw new Error(`There is no store ${STORE} on the clock.`);
  const ports = {
    clock,
    things: dynamodbThingRecords(documents, "clock"),
    dueRows: dynamodbDueRows(documents, "clock", counters),
    measurements: dynamodbMeasurements(documents, counters),
    ledger: dynamodbLedger(documents, "ledger", { service: service.service, region, clock, keptDays }),
    register: inMemoryRequestRegister(),
    holds: inMemoryHolds(),
    tasks: inMemoryTasks(),
    subjectKeys: fixedSubjectKeys(),
    expiringStores: stores,
    metrics: { put: async () => undefined },
    remainingMs: () => 900_000,
  };
  return {
    passMinutes: (minutes: number) => clock.advance(minutes * MINUTE_MS),
    left: () => photos.keys().length,
    /** Keys are as long as those of a real service: two random ids. */
    upload: (): StoredThing => photos.put(`users/${randomUUID()}/${randomUUID()}.jpg`, randomUUID()),
    tell: (stored: readonly StoredThing[]) =>
      recordThingEvents(
        ports,
        service,
        stored.map(({ thing, storedAt, etag }) => ({
          kind: "thing",
          thing,
          told: { fact: "created", at: storedAt },
          ...(etag === undefined ? {} : { etag }),
        })),
      ),
    async tick(): Promise<void> {
      const { failures, ...swept } = await sweep(ports, service);
      for (const { cause } of failures) throw cause;
      await reportClock(ports, service, swept);
    },
    /** How many stores a tick goes through. */
    stores: service.stores.size,
    listedEveryMinutes: reconciledEveryMinutes(service),
    reconcile: () =>
      reconcileStore(ports, service, { ...clocked, adapter: photos }, { looksAt: "what is in turn" }),
    /** Does something and says what it took. */
    async metered(act: () => Promise<unknown>): Promise<Metered> {
      consumed.forget();
      await act();
      const { written, readConsistently, readEventually } = consumed;
      return { written, read: readConsistently + readEventually, writtenOf: new Map(consumed.writtenOf) };
    },
    /** How large a thing's record is, and for how long it stands from when it was stored. */
    record(stored: StoredThing | undefined) {
      const item = stored && tables.get("clock", { pk: `THING#${thingDigest(stored.thing)}`, sk: "record" });
      if (!item) throw new Error("There is no such record.");
      const endMs = Number(item.expiresAtEpochSeconds) * 1000;
      return {
        recordBytes: itemBytes(item),
        recordDays: Math.round((endMs - Date.parse(stored.storedAt)) / DAY_MS),
      };
    },
  };
}
