import { newRequestId } from "../requests/request-id.ts";

/**
 * Returns the id of a disclosure record; ids sort by the time they were made.
 *
 * @param random as many bytes as a request's id takes.
 * @returns `dsc_` and 26 digits to the base 32: 48 bits of time, 80 of chance.
 */
export function newDisclosureId(now: Date, random: Uint8Array): string {
  return newRequestId(now, random).replace(/^req_/u, "dsc_");
}
