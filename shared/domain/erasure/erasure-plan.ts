import { z } from "zod";
import { canonicalJson, sha256Hex } from "../canonical-json.ts";
import { DeclarationIdSchema, SUBJECT_STORE_KINDS } from "../policy/store.ts";
import { recordedScopeFields } from "./scope.ts";

/** What an erasure will delete, counted before anything is: frozen data that an approval binds to. */
export const ErasurePlanSchema = z.strictObject({
  schema: z.literal("lethe.plan/1"),
  requestId: z.string().min(1),
  subjectRef: z.string().min(1),
  ...recordedScopeFields,
  policyDigest: z.string().regex(/^[0-9a-f]{64}$/),
  madeAt: z.iso.datetime(),
  stores: z.array(
    z.strictObject({
      id: z.string().min(1),
      kind: z.enum(SUBJECT_STORE_KINDS),
      found: z.number().int().nonnegative(),
      bytes: z.number().int().nonnegative(),
      /** Over every id found, so that a changed set of entries is a changed plan. */
      digest: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
  /** Ids of the third parties that are asked, where the scope is about them. */
  processors: z.array(DeclarationIdSchema).optional(),
});

export type ErasurePlan = z.infer<typeof ErasurePlanSchema>;

/** Returns the digest of what a plan would do; when it was made is not part of that. */
export function planDigest(plan: ErasurePlan): string {
  const { madeAt: _madeAt, ...whatItDoes } = plan;
  return sha256Hex(canonicalJson(whatItDoes));
}

/** Returns how many entries a plan would delete. */
export function entriesIn(plan: ErasurePlan): number {
  return plan.stores.reduce((sum, { found }) => sum + found, 0);
}
