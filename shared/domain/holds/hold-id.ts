import { z } from "zod";
import { newRequestId } from "../requests/request-id.ts";

export const HoldIdSchema = z.string().regex(/^hold_[0-9a-v]{26}$/);

/** Returns the id of the seal that a request places: it places one, however often its step runs. */
export function sealIdOf(requestId: string): string {
  return requestId.replace(/^req_/, "hold_");
}

/**
 * Returns a new id; ids sort by the time they were made.
 *
 * @param random as many bytes as a request id takes.
 * @returns `hold_` and 26 digits to the base 32, made as those of a request.
 */
export function newHoldId(now: Date, random: Uint8Array): string {
  return sealIdOf(newRequestId(now, random));
}
