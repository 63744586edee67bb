import type { WaitingTime } from "../real-time.ts";

/**
 * S3 takes 3,500 deletes a second of one partitioned prefix and counts each key of a call: a little below it no key
 * is refused, and nothing has to be sent twice.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/optimizing-performance.html
 */
export const KEYS_PER_SECOND = 3400;

/** Resolves when so many more keys may be sent. */
export type KeysMayGo = (keys: number) => Promise<void>;

/** Returns a pace of {@link KEYS_PER_SECOND} that starts now. */
export function paced(time: WaitingTime): KeysMayGo {
  let freeAtMs = time.nowMs();
  return async (keys) => {
    const nowMs = time.nowMs();
    const waitMs = freeAtMs - nowMs;
    freeAtMs = Math.max(freeAtMs, nowMs) + (keys / KEYS_PER_SECOND) * 1000;
    if (waitMs > 0) await time.pause(waitMs);
  };
}
