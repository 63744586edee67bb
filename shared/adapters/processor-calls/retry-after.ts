/** Whoever says nothing, or nothing that can be read, is asked again after so long. */
const DEFAULT_SECONDS = 60;
/** Whoever asks for longer is asked again after this: what is owed by a date cannot wait for weeks. */
const MAX_SECONDS = 3600;

/**
 * Returns in seconds how long to wait before a third party is asked again: what its `Retry-After` says, in seconds or as a
 * date, within limits.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
export function retryAfterSeconds(field: string | null, now: Date): number {
  const seconds = saidSeconds(field?.trim() ?? "", now);
  if (seconds === undefined) return DEFAULT_SECONDS;
  return Math.min(Math.max(Math.ceil(seconds), 1), MAX_SECONDS);
}

function saidSeconds(field: string, now: Date): number | undefined {
  if (/^[+-]?\d+(\.\d+)?$/u.test(field)) return Number(field);
  const atMs = Date.parse(field);
  return Number.isNaN(atMs) ? undefined : (atMs - now.getTime()) / 1000;
}
