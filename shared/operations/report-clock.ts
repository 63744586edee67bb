import { msAfterDuration } from "../domain/retention/after-duration.ts";
import type { ClockMetricName } from "../domain/retention/clock-metrics.ts";
import type { ClockedService, ClockedStore } from "../domain/retention/clocked-service.ts";
import { isoMs, isoText } from "../domain/retention/iso-text.ts";
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
  const nowMs = clock.now().getTime();
  const since = isoText(nowMs);
  const clocked = [...stores.values()];
  const measured = await Promise.all(clocked.map(({ declared }) => measurements.read(declared.id, since)));
  const values = {
    OverdueSeconds: 0,
    LatenessSeconds: 0,
    WaitingRows: rowsLeft,
    HeldThings: 0,
    ReconcilerFinds: 0,
    ListingAgeSeconds: 0,
  } satisfies Partial<Record<ClockMetricName, number>>;
  for (const [at, store] of clocked.entries()) {
    const today = measured[at];
    if (!today) continue;
    values.HeldThings += today.held;
    values.ReconcilerFinds += today.foundByReconciler;
    values.LatenessSeconds = Math.max(values.LatenessSeconds, today.lateSeconds.max);
    if (today.listedAt === undefined) continue;
    const listedMs = isoMs(today.listedAt);
    values.ListingAgeSeconds = Math.max(values.ListingAgeSeconds, (nowMs - listedMs) / 1000);
    values.OverdueSeconds = Math.max(values.OverdueSeconds, overdueSeconds(today, store, listedMs));
  }
  // Absent while everything is paused: silence is what calls a person then.
  if (watermark === undefined) await metrics.put(values);
  else await metrics.put({ ...values, SweeperDelaySeconds: (nowMs - isoMs(watermark)) / 1000 });
}

/** What may be saved is not overdue because it is old, and where no limit is, nothing is. */
function overdueSeconds(
  { oldestLivingAt }: StoreMeasurements,
  { rule: { limit, savable } }: ClockedStore,
  listedMs: number,
): number {
  if (oldestLivingAt === undefined || limit?.from !== "created" || savable) return 0;
  return (listedMs - msAfterDuration(isoMs(oldestLivingAt), limit.after)) / 1000;
}
