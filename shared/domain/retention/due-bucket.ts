import { isoMs, isoText } from "./iso-text.ts";

/** How due rows are spread: over stretches of time, and in each over shards that are swept side by side. */
export interface Buckets {
  /** 60 on AWS; longer where time is scaled, since the sweeper comes at most every half second. */
  readonly bucketSeconds: number;
  readonly shards: number;
}

/** The sweeper comes once in so long; where time is scaled, once in half a real second at most. */
const TICK_SECONDS = 60;
const SHORTEST_TICK_REAL_SECONDS = 0.5;
/** So many shards keep one busy store's sweeping below what a partition of DynamoDB reads; one does on one machine. */
const SHARDS = 4;

/** Returns how rows are spread where time runs so many times as fast as it does. */
export function bucketsAt(timeScale: number): Buckets {
  return {
    bucketSeconds: Math.max(TICK_SECONDS, SHORTEST_TICK_REAL_SECONDS * timeScale),
    shards: timeScale === 1 ? SHARDS : 1,
  };
}

/** Returns the beginning of the stretch of time in which an instant lies, ISO 8601 UTC. */
export function bucketOf({ bucketSeconds }: Buckets, at: Date): string {
  const widthMs = bucketSeconds * 1000;
  return isoText(Math.floor(at.getTime() / widthMs) * widthMs);
}

/** Returns the bucket after one. */
export function bucketAfter({ bucketSeconds }: Buckets, bucket: string): string {
  return isoText(isoMs(bucket) + bucketSeconds * 1000);
}

/** Returns the shard of a row: the first 32 bits of its id, which is a digest, spread rows evenly. */
export function shardOf({ shards }: Buckets, digest: string): number {
  return Number.parseInt(digest.slice(0, 8), 16) % shards;
}

/** Stretches of time that follow each other: from the beginning of the first to that of the first one after them. */
export interface BucketRange {
  readonly from: string;
  readonly before: string;
}

/** Yields every stretch of time of a range, oldest first. */
export function* bucketsIn({ bucketSeconds }: Buckets, { from, before }: BucketRange): Generator<string> {
  const endMs = isoMs(before);
  for (let atMs = isoMs(from); atMs < endMs; atMs += bucketSeconds * 1000) yield isoText(atMs);
}

/** Yields the stretches of time of a range, oldest first, at most so many together. */
export function* rangesIn(
  { bucketSeconds }: Buckets,
  { from, before }: BucketRange,
  together: number,
): Generator<BucketRange> {
  const widthMs = together * bucketSeconds * 1000;
  const endMs = isoMs(before);
  let first = from;
  for (let atMs = isoMs(from) + widthMs; atMs < endMs; atMs += widthMs) {
    const next = isoText(atMs);
    yield { from: first, before: next };
    first = next;
  }
  if (first < before) yield { from: first, before };
}
