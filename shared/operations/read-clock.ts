import type { PauseOfAll } from "../domain/requests/pause-of-all.ts";
import { afterDuration } from "../domain/retention/after-duration.ts";
import type { ClockedService, ClockedStore } from "../domain/retention/clocked-service.ts";
import { bucketAfter, bucketOf } from "../domain/retention/due-bucket.ts";
import type { ClockRule } from "../domain/retention/due-time.ts";
import type { Clock, DueRows, Duties, Measurements, RequestRegister, Spread } from "./ports.ts";
import { LOOK_FOR_CANARY } from "./watch-canaries.ts";

/** So far ahead the next due thing is looked for: a quarter of an hour, where a bucket is a minute. */
const LOOK_AHEAD_BUCKETS = 15;
/** A sweeper that stood still for longer has more waiting than one look can count. */
const COUNTED_BUCKETS_MAX = 1440;

/** Further ahead than any canary lives that is put each hour; of them and all other duties no more are read. */
const DUTIES_AHEAD_MS = 400 * 86_400_000;
const DUTIES_READ_MAX = 1000;

export interface ReadClockPorts {
  readonly dueRows: Pick<DueRows, "inBucket" | "watermark">;
  readonly measurements: Pick<Measurements, "read">;
  readonly duties: Pick<Duties, "dueBy">;
  readonly register: Pick<RequestRegister, "pausedAll">;
  readonly clock: Clock;
}

/** How the clock of a service stands; every moment is one of that clock, ISO 8601 UTC. */
export interface ClockView {
  readonly service: string;
  readonly at: string;
  readonly paused?: PauseOfAll;
  readonly canaries: CanariesView;
  readonly stores: readonly StoreView[];
}

/** Things that are put each hour to see whether they go. */
export interface CanariesView {
  /** Whose end is still to be looked for. */
  readonly waiting: number;
  readonly oldestAgeSeconds?: number;
  /** Looked for, and still there though their time was over. */
  readonly overdue: number;
}

/** How one store on the clock stands. */
export interface StoreView {
  readonly store: string;
  readonly categories: readonly string[];
  /** As the last listing showed it. */
  readonly listedAt?: string;
  readonly living?: number;
  readonly oldestAgeSeconds?: number;
  /** How old a thing may become by the policy; absent if only events end it. */
  readonly limitSeconds?: number;
  /** Things that are due and not dealt with yet; at least so many if the sweeper stood still for a day. */
  readonly waiting: number;
  /** When the next thing is due, if that is soon. */
  readonly nextDueAt?: string;
  readonly deleted: number;
  readonly held: number;
  readonly foundByReconciler: number;
  readonly lateSeconds?: Spread;
  readonly ageSeconds?: Spread;
  /** How far the sweeper is behind; it goes back half an hour for writers whose clocks are late. */
  readonly sweptBehindSeconds?: number;
}

/**
 * Returns how the clock of a service stands, without changing anything.
 *
 * @param since what was measured before is left out, ISO 8601 UTC.
 * @param canariesIn the store in which they are put; undefined if nothing there has a limit.
 */
export async function readClock(
  ports: ReadClockPorts,
  service: ClockedService,
  { since, canariesIn }: { readonly since: string; readonly canariesIn: string | undefined },
): Promise<ClockView> {
  const now = ports.clock.now();
  const [paused, canaries, ...stores] = await Promise.all([
    ports.register.pausedAll(),
    readCanaries(ports, service.stores.get(canariesIn ?? "")?.rule, now),
    ...[...service.stores.values()].map((store) => readStore(ports, service, store, now, since)),
  ]);
  return { service: service.service, at: now.toISOString(), ...(paused ? { paused } : {}), canaries, stores };
}

/** One that was there when it was looked for is looked for again: its duty is due after its limit. */
async function readCanaries(
  { duties }: ReadClockPorts,
  rule: ClockRule | undefined,
  now: Date,
): Promise<CanariesView> {
  const soon = new Date(now.getTime() + DUTIES_AHEAD_MS);
  const canaries = (await duties.dueBy(soon, DUTIES_READ_MAX)).filter(({ kind }) => kind === LOOK_FOR_CANARY);
  const puts = canaries.map(({ about: { at = "" } }) => at).sort();
  const limit = rule?.limit;
  const [oldest] = puts;
  return {
    waiting: canaries.length,
    ...(oldest === undefined ? {} : { oldestAgeSeconds: secondsBetween(oldest, now) }),
    overdue: canaries.filter(
      ({ about: { at = "" }, dueAt }) => limit && dueAt > afterDuration(at, limit.after),
    ).length,
  };
}

async function readStore(
  ports: ReadClockPorts,
  service: ClockedService,
  { declared, rule }: ClockedStore,
  now: Date,
  since: string,
): Promise<StoreView> {
  const [measured, rows] = await Promise.all([
    ports.measurements.read(declared.id, since),
    readRows(ports, service, declared.id, now),
  ]);
  const { listedAt, living, oldestLivingAt, deleted = 0, held = 0, foundByReconciler = 0 } = measured ?? {};
  const { limit } = rule;
  return {
    store: declared.id,
    categories: declared.categories,
    ...(listedAt === undefined ? {} : { listedAt }),
    ...(living === undefined ? {} : { living }),
    ...(oldestLivingAt === undefined ? {} : { oldestAgeSeconds: secondsBetween(oldestLivingAt, now) }),
    ...(limit ? { limitSeconds: limitSeconds(limit.after, now) } : {}),
    ...rows,
    deleted,
    held,
    foundByReconciler,
    ...(measured && deleted > 0
      ? { lateSeconds: measured.lateSeconds, ageSeconds: measured.ageSeconds }
      : {}),
  };
}

/** What is due by now and what comes next, of all shards of a store. */
async function readRows(
  { dueRows }: ReadClockPorts,
  service: ClockedService,
  store: string,
  now: Date,
): Promise<Pick<StoreView, "waiting" | "nextDueAt" | "sweptBehindSeconds">> {
  const shards = Array.from({ length: service.buckets.shards }, (_, shard) => shard);
  const watermarks = await Promise.all(shards.map((shard) => dueRows.watermark(store, shard)));
  const known = watermarks.filter((one) => one !== undefined).sort();
  const current = bucketOf(service.buckets, now);
  const [oldest = current] = known;
  const thingsIn = async (bucket: string): Promise<number> => {
    const counts = await Promise.all(
      shards.map(async (shard) => {
        let things = 0;
        for await (const row of dueRows.inBucket({ store, bucket, shard })) things += row.things.length;
        return things;
      }),
    );
    return counts.reduce((sum, count) => sum + count, 0);
  };

  const past = bucketsFrom(service, oldest, COUNTED_BUCKETS_MAX).filter((bucket) => bucket < current);
  const ahead = bucketsFrom(service, current, LOOK_AHEAD_BUCKETS);
  const [counts, next] = await Promise.all([
    Promise.all(past.map(thingsIn)),
    Promise.all(ahead.map(thingsIn)),
  ]);
  const nextDueAt = ahead.find((_, at) => (next[at] ?? 0) > 0);
  return {
    waiting: counts.reduce((sum, count) => sum + count, 0),
    ...(nextDueAt === undefined ? {} : { nextDueAt }),
    ...(known.length === 0 ? {} : { sweptBehindSeconds: secondsBetween(oldest, now) }),
  };
}

function bucketsFrom({ buckets }: ClockedService, first: string, count: number): readonly string[] {
  const found = [first];
  while (found.length < count) found.push(bucketAfter(buckets, found.at(-1) ?? first));
  return found;
}

/** Months have no length of their own: as long as they are from now. */
function limitSeconds(after: Parameters<typeof afterDuration>[1], now: Date): number {
  return -secondsBetween(afterDuration(now.toISOString(), after), now);
}

function secondsBetween(from: string, to: Date): number {
  return (to.getTime() - Date.parse(from)) / 1000;
}
