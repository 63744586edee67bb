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
  return {
    store,
    what,
    count: things.length,
    ageSeconds: things.map(({ life }) => secondsBetween(life.createdAt, at)),
    lateSeconds: things.map(({ life }) => secondsBetween(life.due.deadline, at)),
  };
}

function secondsBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 1000;
}
