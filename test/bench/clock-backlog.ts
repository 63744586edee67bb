import { cpus } from "node:os";
import { clockedService } from "../../shared/domain/retention/clocked-service.ts";
import { bucketsAt } from "../../shared/domain/retention/due-bucket.ts";
import { recordThingEvents } from "../../shared/operations/record-events.ts";
import { sweep } from "../../shared/operations/sweep.ts";
import { busyPolicy } from "../simulation/busy-service.ts";
import { quickDueRows } from "../simulation/quick-due-rows.ts";
import { quickLedger } from "../simulation/quick-ledger.ts";
import { quickRecords } from "../simulation/quick-records.ts";
import { seededRandom } from "../simulation/seeded-random.ts";
import { KEYS_PER_SECOND, virtualStore } from "../simulation/virtual-store.ts";
import { virtualClock } from "../world/clock.ts";
import { inMemoryHolds } from "../world/holds.ts";
import { inMemoryRequestRegister } from "../world/request-register.ts";
import { fixedSubjectKeys } from "../world/small-ports.ts";
import { inMemoryTasks } from "../world/tasks.ts";
import { virtualTime } from "../world/virtual-time.ts";

const OBJECTS = 1_000_000;
const BATCH = 1000;
/** They came in over a day, and were due while nothing swept. */
const UPLOADED_OVER_MS = 86_400_000;
/** What DynamoDB takes to answer, about. */
const CALL_MS = 10;
const PACE_RATIO_MIN = 0.9;

const clock = virtualClock("2026-11-24T00:00:00.000Z");
const policy = { ...busyPolicy, stores: busyPolicy.stores.filter(({ id }) => id === "photos") };
const service = clockedService({ policy, digest: "0".repeat(64) }, "eu-central-1", bucketsAt(1));
const time = virtualTime(clock, () => CALL_MS);
const photos = virtualStore({
  storeId: "photos",
  isVersioned: false,
  isTable: false,
  clock,
  random: seededRandom(1),
  faults: { refusedShare: 0, failedShare: 0 },
  onGone: () => undefined,
  pause: time.pause,
});
const [things, rows] = [quickRecords(clock), quickDueRows(() => undefined)];
for (let at = 0; at < OBJECTS; at += BATCH) {
  const events = Array.from({ length: BATCH }, (_, place) => {
    const {
      thing,
      storedAt,
      etag = "",
    } = photos.put(`users/p${at % 997}/${at + place}.jpg`, `${at + place}`);
    return { kind: "thing" as const, thing, told: { fact: "created" as const, at: storedAt }, etag };
  });
  await recordThingEvents({ things, dueRows: rows, clock }, service, events);
  clock.advance((UPLOADED_OVER_MS * BATCH) / OBJECTS);
}
clock.advance(UPLOADED_OVER_MS);

const ports = {
  clock,
  things: time.reaching("things", things),
  dueRows: {
    ...rows,
    done: async (...removed: Parameters<typeof rows.done>) => {
      await time.pause(CALL_MS);
      return rows.done(...removed);
    },
  },
  ledger: time.reaching("ledger", quickLedger(clock)),
  register: inMemoryRequestRegister(),
  holds: inMemoryHolds(),
  tasks: inMemoryTasks(),
  subjectKeys: fixedSubjectKeys(),
  expiringStores: new Map([["photos", photos]]),
  remainingMs: () => 900_000,
};
const [beganMs, heapBefore] = [clock.now().getTime(), process.memoryUsage().heapUsed];
let heapPeak = heapBefore;
const watch = setInterval(() => {
  heapPeak = Math.max(heapPeak, process.memoryUsage().heapUsed);
}, 100);
const { deleted, failures } = await time.until(sweep(ports, service));
clearInterval(watch);
const seconds = (clock.now().getTime() - beganMs) / 1000;
const ratio = OBJECTS / KEYS_PER_SECOND / seconds;
print(
  `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}`,
);
print(
  `${deleted} deleted, ${photos.size} left, ${failures.length} failures, in ${seconds.toFixed(0)} virtual s`,
);
print(`${ratio.toFixed(3)} of the ${KEYS_PER_SECOND} keys a second of one prefix, goal ${PACE_RATIO_MIN}`);
print(`heap ${mebibytes(heapBefore)} MiB before, at most ${mebibytes(heapPeak)} MiB`);
process.exitCode = deleted === OBJECTS && ratio >= PACE_RATIO_MIN ? 0 : 1;

function mebibytes(bytes: number): number {
  return Math.round(bytes / 2 ** 20);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
