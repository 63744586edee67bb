import { z } from "zod";
import { closesAccount, ITEM_KINDS, type ScopeKind } from "../erasure/scope.ts";
import { after } from "./looked-at-again.ts";

const MINUTE_MS = 60_000;

/** A late write is served to nobody, so it need not be found within seconds; it must not lie for long either. */
export const LATE_LOOK_EVERY_MS = 5 * MINUTE_MS;

/** S3 asks for permission when an upload begins: one that began in the last second of it ends later. */
const UPLOAD_IN_FLIGHT_MS = 5 * MINUTE_MS;

/** How an erasure that has completed is looked at again, as long as old permission to write may be used. */
export const LateWritesSchema = z.strictObject({
  /** ISO 8601 UTC: permission given before the freeze ends then. */
  until: z.iso.datetime(),
  /** Deletions by call when it completed first; what is more came in late. */
  deletedBefore: z.number().int().nonnegative(),
  /** `due`: the drain looks when it is due. `running`: an execution of this attempt looks, and purges. */
  look: z.enum(["due", "running"]),
});

/**
 * Says whether what comes in after the freeze of this scope is late and not new: an account or a thing that was erased
 * does not come back, while in a category a person who stays may write anew.
 */
export function canComeLate(scope: ScopeKind): boolean {
  return closesAccount(scope) || ITEM_KINDS.some((kind) => kind === scope);
}

/** Returns until when permission given before a freeze may be used, ISO 8601 UTC. */
export function lateWritesUntil(frozenAt: string, longestWriteAccessMinutes: number): string {
  return after(new Date(frozenAt), longestWriteAccessMinutes * MINUTE_MS);
}

/** Returns from when on a look is the last one that is needed, ISO 8601 UTC. */
export function lastLookFrom(until: string): string {
  return after(new Date(until), UPLOAD_IN_FLIGHT_MS);
}

/** Returns when to look next, ISO 8601 UTC; at once when the last look is due. */
export function nextLookAt(now: Date, until: string): string {
  const last = new Date(lastLookFrom(until)).getTime();
  return new Date(Math.min(now.getTime() + LATE_LOOK_EVERY_MS, last)).toISOString();
}
