import { z } from "zod";
import { recordedScopeFields, type Scope, ScopeSchema } from "../erasure/scope.ts";
import { SubjectIdSchema } from "../erasure/subject-id.ts";
import { HoldIdSchema } from "../holds/hold-id.ts";
import { LateWritesSchema } from "./late-writes.ts";
import { REFUSAL_GROUNDS } from "./refusal-ground.ts";
import { RequestIdSchema } from "./request-id.ts";

/** Who asked or approved. A staff name is what AWS verified, or on one machine what `--as` says. */
export const ActorSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("subject") }),
  z.strictObject({ kind: z.literal("staff"), name: z.string().min(1).max(256) }),
]);

/** The clock opens a request when the service tells that an account has ended. */
const OpenerSchema = z.discriminatedUnion("kind", [
  ...ActorSchema.options,
  z.strictObject({ kind: z.literal("clock") }),
]);

const InstantSchema = z.iso.datetime();
const DigestSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** What ends a request keeps the record of it until then. */
const endFields = { expiresAtEpochSeconds: z.number().int().positive() };

/** Whom a request waits for that has done all it can do by itself. */
const WaitsForSchema = z.discriminatedUnion("kind", [
  /** So many third parties have not answered; it is looked whether fewer are left. */
  z.strictObject({ kind: z.literal("answers"), missing: z.number().int().positive() }),
  /** Two people, who extend or lift the seal. */
  z.strictObject({ kind: z.literal("end-of-seal"), holdId: HoldIdSchema }),
]);

/** What a request that has completed still has to hear of third parties, or see gone there. */
const SettlingSchema = z.strictObject({
  /** Third parties of which the last certificate could not say the last word. */
  missing: z.number().int().positive(),
  /** The attempt that went through the stores last: what is certified later names its lanes. */
  erasedIn: z.number().int().positive(),
  /** Deletions by call when it completed first, if something could come late. */
  deletedBefore: z.number().int().nonnegative().optional(),
  /** `due`: the drain looks when it is due. `running`: an execution of this attempt certifies what is known now. */
  look: z.enum(["due", "running"]),
});

/** Where a request stands. Every state but those that end it has a time at which it is looked at again. */
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
  /** The person may still change their mind; it runs when {@link ErasureRequest.graceEndsAt} has come. */
  z.strictObject({ state: z.literal("grace"), dueAt: InstantSchema }),
  z.strictObject({ state: z.literal("running"), dueAt: InstantSchema }),
  /** Ran as far as it could; the reason says for whom or what it waits. */
  z.strictObject({
    state: z.literal("waiting"),
    reason: z.string().min(1),
    dueAt: InstantSchema,
    certificateKey: z.string().optional(),
    /** Absent: for a date alone, on which more can be done. */
    waitsFor: WaitsForSchema.optional(),
  }),
  /**
   * Ended. The record itself goes at `expiresAtEpochSeconds`; with `lateWrites` its ids are kept and the stores are
   * looked at again at `dueAt`, for nobody to wait for; with `settling` so are third parties, once nothing comes late.
   */
  z.strictObject({
    state: z.literal("completed"),
    certificateKey: z.string(),
    dueAt: InstantSchema.optional(),
    lateWrites: LateWritesSchema.optional(),
    settling: SettlingSchema.optional(),
    ...endFields,
  }),
  /** Whoever asked took it back before anything was frozen. */
  z.strictObject({ state: z.literal("withdrawn"), by: ActorSchema, at: InstantSchema, ...endFields }),
  /** Staff refused it, on a ground that the law gives. */
  z.strictObject({
    state: z.literal("refused"),
    by: ActorSchema,
    at: InstantSchema,
    ground: z.enum(REFUSAL_GROUNDS),
    reason: z.string().min(1).max(500),
    ...endFields,
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
  ...recordedScopeFields,
  /** Needed to find the thing; forgotten with {@link subjectId}. */
  itemId: z.string().min(1).optional(),
  reason: z.string().max(500).optional(),
  openedBy: OpenerSchema,
  openedAt: InstantSchema,
  /** The policy the request was opened under; it is carried out by that one. */
  policyDigest: DigestSchema,
  /** Counts executions, from 1; 0 = none yet. */
  attempt: z.number().int().nonnegative(),
  /** The last attempt that came to a certificate: the lanes of all up to it are in the tree. */
  evidencedAttempt: z.number().int().positive().optional(),
  approval: z.strictObject({ by: ActorSchema, at: InstantSchema, planDigest: DigestSchema }).optional(),
  /** Until when the person may change their mind; there is one grace a request, so it is written once. */
  graceEndsAt: InstantSchema.optional(),
  /** Staff who want it to run before its grace is over; a second person has to want the same plan. */
  expedition: z.strictObject({ by: ActorSchema, at: InstantSchema, planDigest: DigestSchema }).optional(),
  /** Present while nobody wants it to go on; it is looked at again when it is resumed. */
  paused: z.strictObject({ by: ActorSchema, at: InstantSchema }).optional(),
  progress: ProgressSchema,
  /** Counts writes, so that each write can require the one it was based on. */
  revision: z.number().int().positive(),
});

export type Actor = z.infer<typeof ActorSchema>;
export type Opener = z.infer<typeof OpenerSchema>;
export type ErasureRequest = z.infer<typeof ErasureRequestSchema>;
export type Progress = ErasureRequest["progress"];

/** States after which nothing happens any more. */
const ENDED = ["completed", "withdrawn", "refused"] as const;

/** Says whether a request has come to its end, in which case it gives its lease back. */
export function isEnded({ progress }: Pick<ErasureRequest, "progress">): boolean {
  return ENDED.some((state) => state === progress.state);
}

/** Says whether an execution looks again at a request that has completed. */
export function isLookedAtAgain({ progress }: Pick<ErasureRequest, "progress">): boolean {
  return progress.state === "completed" && (progress.lateWrites ?? progress.settling)?.look === "running";
}

/** Says whether that execution is about third parties alone: then no store is touched, which may hold new things by now. */
export function isSettled({ progress }: Pick<ErasureRequest, "progress">): boolean {
  return progress.state === "completed" && !progress.lateWrites && progress.settling?.look === "running";
}

/** Returns the attempt that went through the stores last: a run about third parties alone has no lanes of stores. */
export function attemptThatErased({
  attempt,
  progress,
}: Pick<ErasureRequest, "attempt" | "progress">): number {
  const settling = progress.state === "completed" && isSettled({ progress }) ? progress.settling : undefined;
  return settling?.erasedIn ?? attempt;
}

export type Completed = Extract<Progress, { state: "completed" }>;

/** Returns how a request stands that has completed and is looked at again, at that time or by a run: undefined if it is not. */
export function lookingAgain(
  progress: Progress,
  look: "due" | "running",
  dueAt: string,
): Completed | undefined {
  if (progress.state !== "completed") return undefined;
  const { lateWrites, settling } = progress;
  if (lateWrites) return { ...progress, dueAt, lateWrites: { ...lateWrites, look } };
  return settling && { ...progress, dueAt, settling: { ...settling, look } };
}

/** The states a request can be in. */
export const RequestStateSchema = z.enum(ProgressSchema.options.map(({ shape }) => shape.state.value));

/** Says whether an execution works on a request at this moment, or is about to. */
export function isRun(request: Pick<ErasureRequest, "progress">): boolean {
  return request.progress.state === "running" || isLookedAtAgain(request);
}

/** Says whether a request in this state runs as soon as it is due and there is room for one more. */
export function waitsToRun(state: Progress["state"]): boolean {
  return state === "verified" || state === "grace" || state === "waiting";
}

/** Returns the scope that was asked for; undefined once the id of the thing was forgotten. */
export function requestedScope(request: ErasureRequest): Scope | undefined {
  const { scope, itemId, category, processor } = request;
  const declared = {
    kind: scope,
    ...(itemId === undefined ? {} : { id: itemId }),
    ...(category === undefined ? {} : { category }),
    ...(processor === undefined ? {} : { processor }),
  };
  return ScopeSchema.safeParse(declared).data;
}

/** Returns when a request must be looked at again, ISO 8601 UTC; undefined once it has ended. */
export function dueAt(request: ErasureRequest): string | undefined {
  return "dueAt" in request.progress ? request.progress.dueAt : undefined;
}
