import { z } from "zod";
import { sha256Hex } from "../canonical-json.ts";
import { DeclarationIdSchema } from "../policy/store.ts";

/** One stored thing that lives and ends: an object with all its versions, or an item of a table. */
export const ThingSchema = z.strictObject({
  store: DeclarationIdSchema,
  /** Of a bucket the object's key as it is; of a table the values of its key attributes as a JSON array. */
  key: z.string().min(1).max(4096),
});

export type Thing = z.infer<typeof ThingSchema>;

/** Returns 64 hexadecimal digits that stand for a thing where its key may be too long, or may not be kept. */
export function thingDigest({ store, key }: Thing): string {
  return sha256Hex(`${store}\n${key}`);
}
