import { afterDuration } from "../domain/retention/after-duration.ts";
import type { ClockMetricName } from "../domain/retention/clock-metrics.ts";
import type { ClockedService, ClockedStore } from "../domain/retention/clocked-service.ts";
import type { Clock, Measurements, Metrics, StoreMeasurements } from "./ports.ts";
import type { Swept } from "./sweep.ts";

export interface ReportClockPorts {
  readonly measurements: Measurements;
  readonly metrics: Metrics;
  readonly clock: Clock;
}

/** Tells CloudWatch how the clock goes, of all stores the worst: what this tick did, and what was measured today. */
export async function reportClock(
  { measurements, metrics, clock }: ReportClockPorts,
  { stores }: ClockedService,
  { rowsLeft, watermark }: Pick<Swept, "rowsLeft" | "watermark">,
): Promise<void> {
  const now = clock.now();
  const measured = await Promise.all(
    [...stores.values()].map(async (store) => ({
      store,
      today: await measurements.read(store.declared.id, now.toISOString()),
    })),
  );
  const worst = (of: (today: StoreMeasurements, store: ClockedStore) => number | undefined) =>
    Math.max(0, ...measured.flatMap(({ today, store }) => (today && of(today, store)) ?? []));
  const sum = (of: (today: StoreMeasurements) => number) =>
    measured.reduce((total, { today }) => total + (today ? of(today) : 0), 0);
  const values: Partial<Record<ClockMetricName, number>> = {
    OverdueSeconds: worst(overdueSeconds),
    LatenessSeconds: worst(({ lateSeconds }) => lateSeconds.max),
    WaitingRows: rowsLeft,
    HeldThings: sum(({ held }) => held),
    ReconcilerFinds: sum(({ foundByReconciler }) => foundByReconciler),
    ListingAgeSeconds: worst(({ listedAt }) =>
      listedAt === undefined ? undefined : secondsBetween(listedAt, now),
    ),
    // Absent while everything is paused: silence is what calls a person then.
    ...(watermark === undefined ? {} : { SweeperDelaySeconds: secondsBetween(watermark, now) }),
  };
  await metrics.put(values);
}

/** What may be saved is not overdue because it is old, and where no limit is, nothing is. */
function overdueSeconds(
  { oldestLivingAt, listedAt }: StoreMeasurements,
  { rule: { limit, savable } }: ClockedStore,
): number | undefined {
  if (oldestLivingAt === undefined || listedAt === undefined) return undefined;
  if (limit?.from !== "created" || savable) return undefined;
  return secondsBetween(afterDuration(oldestLivingAt, limit.after), new Date(listedAt));
}

function secondsBetween(from: string, now: Date): number {
  return (now.getTime() - Date.parse(from)) / 1000;
}
