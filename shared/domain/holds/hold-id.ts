import { z } from "zod";
import { newRequestId } from "../requests/request-id.ts";

export const HoldIdSchema = z.string().regex(/^hold_[0-9a-v]{26}$/);

/**
 * Returns a new id; ids sort by the time they were made.
 *
 * @param random as many bytes as a request id takes.
 * @returns `hold_` and 26 digits to the base 32, made as those of a request.
 */
export function newHoldId(now: Date, random: Uint8Array): string {
  return newRequestId(now, random).replace(/^req_/, "hold_");
}
