import { z } from "zod";

/** Where a declared store physically is. Owned stores were made by this app; others are attached. */
export const StoreRefSchema = z.strictObject({
  /** Bucket name, table name, user pool id, log group name or queue URL. */
  id: z.string().min(1),
  arn: z.string().min(1),
  region: z.string().min(1),
  account: z.string().min(1),
  keyArn: z.string().min(1).optional(),
  /** Of a table that tells the clock what is stored in it. */
  streamArn: z.string().min(1).optional(),
  owned: z.boolean(),
  /** What was seen of an attached store; an owned one is as the policy says. */
  observed: z.record(z.string(), z.unknown()).optional(),
});

/** The physical names behind a policy, kept apart from it so that the policy's digest does not depend on them. */
export const BindingsSchema = z.strictObject({
  schema: z.literal("lethe.bindings/1"),
  service: z.string().min(1),
  region: z.string().min(1),
  account: z.string().min(1),
  policyDigest: z.string().regex(/^[0-9a-f]{64}$/),
  stores: z.record(z.string(), StoreRefSchema),
});

export type StoreRef = z.infer<typeof StoreRefSchema>;
export type Bindings = z.infer<typeof BindingsSchema>;
