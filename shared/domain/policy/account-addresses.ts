import { z } from "zod";
import { DeclarationIdSchema } from "./store-fields.ts";
import { AttributeSchema, IndexNameSchema } from "./table-stores.ts";

/** Where the address of each account is on file, so that a mail finds whose it is. */
export const AccountAddressesSchema = z.strictObject({
  store: DeclarationIdSchema,
  /** Holds the address: `email` of a user pool, or an attribute of a table. */
  attribute: AttributeSchema,
  /** Of a table, the index by this attribute alone; a user pool needs none. */
  index: IndexNameSchema.optional(),
});

export type AccountAddresses = z.infer<typeof AccountAddressesSchema>;
