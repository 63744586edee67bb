import { z } from "zod";
import { SubjectIdSchema } from "../erasure/subject-id.ts";
import { RequestIdSchema } from "./request-id.ts";

/** Who asked or approved. A staff name is what AWS verified, or on one machine what `--as` says. */
export const ActorSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("subject") }),
  z.strictObject({ kind: z.literal("staff"), name: z.string().min(1).max(256) }),
]);

const InstantSchema = z.iso.datetime();
const DigestSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** Where a request stands. Every state but the last has a time at which it is looked at again. */
const ProgressSchema = z.discriminatedUnion("state", [
  /** Asked by staff; a plan is made next, for another person to look at. */
  z.strictObject({ state: z.literal("open"), dueAt: InstantSchema }),
  /** May run: the person proved who they are, or a second person approved. */
  z.strictObject({ state: z.literal("verified"), dueAt: InstantSchema }),
  z.strictObject({
    state: z.literal("waiting-for-approval"),
    planDigest: DigestSchema,
    dueAt: InstantSchema,
  }),
  z.strictObject({ state: z.literal("running"), dueAt: InstantSchema }),
  /** Ran as far as it could; the reason says for whom or what it waits. */
  z.strictObject({
    state: z.literal("waiting"),
    reason: z.string().min(1),
    dueAt: InstantSchema,
    certificateKey: z.string().optional(),
  }),
  /** Ended. The record itself goes at `expiresAtEpochSeconds`. */
  z.strictObject({
    state: z.literal("completed"),
    certificateKey: z.string(),
    expiresAtEpochSeconds: z.number().int().positive(),
  }),
]);

/** One exercise of the right to erasure, as it is stored. */
export const ErasureRequestSchema = z.strictObject({
  schema: z.literal("lethe.request/1"),
  service: z.string().min(1),
  region: z.string().min(1),
  requestId: RequestIdSchema,
  /** Needed to find what is theirs; forgotten when the request has ended, the reference stays. */
  subjectId: SubjectIdSchema.optional(),
  subjectRef: z.string().min(1),
  scope: z.literal("account"),
  reason: z.string().max(500).optional(),
  openedBy: ActorSchema,
  openedAt: InstantSchema,
  /** The policy the request was opened under; it is carried out by that one. */
  policyDigest: DigestSchema,
  /** Counts executions, from 1; 0 = none yet. */
  attempt: z.number().int().nonnegative(),
  approval: z.strictObject({ by: ActorSchema, at: InstantSchema, planDigest: DigestSchema }).optional(),
  progress: ProgressSchema,
  /** Counts writes, so that each write can require the one it was based on. */
  revision: z.number().int().positive(),
});

export type Actor = z.infer<typeof ActorSchema>;
export type ErasureRequest = z.infer<typeof ErasureRequestSchema>;
export type Progress = ErasureRequest["progress"];

/** Returns when a request must be looked at again, ISO 8601 UTC; undefined once it has ended. */
export function dueAt(request: ErasureRequest): string | undefined {
  return "dueAt" in request.progress ? request.progress.dueAt : undefined;
}
