import { newRequestId } from "../requests/request-id.ts";

/**
 * Returns the id of a rights request; ids sort by the time they were made.
 *
 * @param random as many bytes as a request's id takes. Of a digest of the message that asks, the same message leads to
 *   the same request, however often it is delivered.
 * @returns `rrq_` and 26 digits to the base 32: 48 bits of time, 80 of chance.
 */
export function newRightsRequestId(now: Date, random: Uint8Array): string {
  return newRequestId(now, random).replace(/^req_/u, "rrq_");
}
