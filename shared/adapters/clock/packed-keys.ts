import { deflateRawSync, inflateRawSync } from "node:zlib";
import { z } from "zod";
import { THINGS_PER_DUE_ROW_MAX } from "../../domain/retention/due-row.ts";

/** As many keys of the length that S3 allows, in UTF-8, as a row may name: more was not packed by us. */
const UNPACKED_BYTES_MAX = THINGS_PER_DUE_ROW_MAX * 4096;

/**
 * Returns keys in less than half of their length: they begin alike and are made of few characters, and DynamoDB bills a
 * row by the kilobyte when it is written, and twice when it is removed.
 */
export function packedKeys(keys: readonly string[]): Uint8Array {
  return deflateRawSync(JSON.stringify(keys));
}

/** Returns the keys that were packed. */
export function unpackedKeys(packed: Uint8Array): readonly string[] {
  const text = inflateRawSync(packed, { maxOutputLength: UNPACKED_BYTES_MAX }).toString("utf8");
  return z.array(z.string()).parse(JSON.parse(text));
}
