import { setTimeout as pause } from "node:timers/promises";

/**
 * S3 takes 3,500 deletes a second of one partitioned prefix and counts each key of a call: a little below it no key
 * is refused, and nothing has to be sent twice.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/optimizing-performance.html
 */
const KEYS_PER_SECOND = 3400;

/** Returns a function that resolves when so many more keys may be sent. */
export function paced(): (keys: number) => Promise<void> {
  let freeAtMs = performance.now();
  return async (keys) => {
    const waitMs = freeAtMs - performance.now();
    freeAtMs = Math.max(freeAtMs, performance.now()) + (keys / KEYS_PER_SECOND) * 1000;
    if (waitMs > 0) await pause(waitMs);
  };
}
