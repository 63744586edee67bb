import { z } from "zod";

/** Random bytes that make two requests of the same millisecond differ. */
export const REQUEST_ID_RANDOM_BYTES = 10;

export const RequestIdSchema = z.string().regex(/^req_[0-9a-v]{26}$/);

/**
 * Returns a new id; ids sort by the time they were made.
 *
 * @param random {@link REQUEST_ID_RANDOM_BYTES} of them.
 * @returns `req_` and 26 digits to the base 32: 48 bits of time, 80 of chance.
 */
export function newRequestId(now: Date, random: Uint8Array): string {
  const chance = BigInt(`0x${Buffer.from(random.subarray(0, REQUEST_ID_RANDOM_BYTES)).toString("hex")}`);
  const bits = (BigInt(now.getTime()) << 80n) | chance;
  return `req_${bits.toString(32).padStart(26, "0")}`;
}

/** Returns when a request was opened, as its id says; undefined if it is no id of one. */
export function openedAtOf(requestId: string): Date | undefined {
  if (!RequestIdSchema.safeParse(requestId).success) return undefined;
  const digits = [...requestId.slice("req_".length)];
  const bits = digits.reduce((sum, digit) => (sum << 5n) | BigInt(Number.parseInt(digit, 32)), 0n);
  return new Date(Number(bits >> 80n));
}
