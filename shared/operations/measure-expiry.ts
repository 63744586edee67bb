import { isoMs } from "../domain/retention/iso-text.ts";
import type { DueThing } from "./expire-things.ts";
import type { Measured } from "./ports.ts";

/**
 * Returns what is counted of things of one store that were deleted at one moment: each with its age then, and with how
 * much later than promised that was.
 *
 * @param at ISO 8601 UTC.
 */
export function measuredOf(
  what: Measured["what"],
  store: string,
  things: readonly DueThing[],
  at: string,
): Measured {
  const atMs = isoMs(at);
  const secondsSince = (moment: string): number => (atMs - isoMs(moment)) / 1000;
  return {
    store,
    what,
    count: things.length,
    ageSeconds: things.map(({ life }) => secondsSince(life.createdAt)),
    lateSeconds: things.map(({ life }) => secondsSince(life.due.deadline)),
  };
}
