import { z } from "zod";
import { SubjectIdSchema } from "../erasure/subject-id.ts";
import { MAIL_LANGUAGES, USES_STOPPED } from "../mail/intent.ts";
import { RIGHTS } from "../policy/right.ts";
import { REFUSAL_GROUNDS } from "../requests/refusal-ground.ts";
import { RequestIdSchema } from "../requests/request-id.ts";
import { DueDateSchema } from "./due-date.ts";
import { ReplySchema } from "./reply.ts";

const InstantSchema = z.iso.datetime();

/** Sorts by the time it was made, as ids of requests do. */
export const RightsRequestIdSchema = z.string().regex(/^rrq_[0-9a-v]{26}$/);

/** What exactly is asked; the right says the rest. */
const AboutSchema = z.discriminatedUnion("what", [
  z.strictObject({ what: z.literal("account") }),
  z.strictObject({ what: z.literal("facial-data") }),
  z.strictObject({ what: z.literal("processors") }),
  /** Which project is said on the page on which it is confirmed, if the mail does not. */
  z.strictObject({ what: z.literal("project"), id: z.string().min(1).max(200).optional() }),
  z.strictObject({ what: z.literal("minor") }),
  z.strictObject({ what: z.literal("use"), of: z.enum(USES_STOPPED) }),
  /** An earlier request, which whoever made it wants no more. */
  z.strictObject({ what: z.literal("taken-back") }),
  z.strictObject({ what: z.literal("other") }),
]);

const endFields = { expiresAtEpochSeconds: z.number().int().positive() };

/** Where a rights request stands. */
const StandingSchema = z.discriminatedUnion("state", [
  /** Taken in, and nothing was begun yet. */
  z.strictObject({ state: z.literal("received") }),
  /** A link was sent to every address on file that may be meant, or to nobody: from outside both look alike. */
  z.strictObject({ state: z.literal("waiting-for-proof"), until: InstantSchema }),
  /** A person works on it: a task says what it needs. */
  z.strictObject({ state: z.literal("with-a-person") }),
  /** The erasures that were confirmed carry it on: one for each category of a face, else one. */
  z.strictObject({ state: z.literal("erasing"), requestIds: z.array(RequestIdSchema).min(1) }),
  /** Done at once, and it can be undone. */
  z.strictObject({ state: z.literal("took-effect"), at: InstantSchema, ...endFields }),
  /** With the erasures that answered it, whose certificates can still be fetched. */
  z.strictObject({
    state: z.literal("answered"),
    at: InstantSchema,
    requestIds: z.array(RequestIdSchema).optional(),
    ...endFields,
  }),
  /** A person refused it, and wrote why. */
  z.strictObject({
    state: z.literal("refused"),
    at: InstantSchema,
    ground: z.enum(REFUSAL_GROUNDS).optional(),
    ...endFields,
  }),
  /** Nobody proved in time that the account is theirs. */
  z.strictObject({ state: z.literal("not-proved"), at: InstantSchema, ...endFields }),
  z.strictObject({ state: z.literal("withdrawn"), at: InstantSchema, ...endFields }),
]);

/** One exercise of one right by mail, form or in the app, as it is stored. */
export const RightsRequestSchema = z.strictObject({
  schema: z.literal("lethe.rights-request/1"),
  service: z.string().min(1),
  region: z.string().min(1),
  rightsRequestId: RightsRequestIdSchema,
  right: z.enum(RIGHTS),
  about: AboutSchema,
  channel: z.enum(["mail", "form", "app"]),
  language: z.enum(MAIL_LANGUAGES),
  /** From which every deadline counts: when it reached us, not when it was written or proved. */
  receivedAt: InstantSchema,
  /** Keyed reference of the address that wrote, by which a second mail finds the first. */
  addressRef: z.string().min(1),
  /** Where answers go until it has ended; forgotten then. */
  address: z.string().min(3).optional(),
  /** Whose mailbox proved it: the writer's, or that of another address on file, of which the writer learns nothing. */
  provedBy: z.enum(["writer", "another"]).optional(),
  /** The account that is meant, once it is known. */
  subjectId: SubjectIdSchema.optional(),
  /** Set before an account was closed because of it, which could sign in until then. */
  closedAccount: z.literal(true).optional(),
  /** Of the thread: Message-ID and References of the mail that opened it. */
  thread: z.strictObject({ messageId: z.string(), references: z.array(z.string()) }).optional(),
  subjectLine: z.string().max(500).optional(),
  /** When whoever wrote was told that it is here; absent until then. */
  acknowledgedAt: InstantSchema.optional(),
  dueDates: z.array(DueDateSchema),
  /** What people wrote about it, without the words. */
  replies: z.array(ReplySchema).optional(),
  policyDigest: z.string().regex(/^[0-9a-f]{64}$/),
  standing: StandingSchema,
  revision: z.number().int().positive(),
});

export type RightsRequest = z.infer<typeof RightsRequestSchema>;

/** Says whether nothing more happens with it. */
export function hasEnded({ standing }: Pick<RightsRequest, "standing">): boolean {
  return "expiresAtEpochSeconds" in standing;
}
