import { z } from "zod";
import { CopiesLeftSchema } from "../backups/copies-left.ts";
import { recordedScopeFields } from "../erasure/scope.ts";
import { LeftBehindSchema, OutcomeSchema } from "../erasure/store-progress.ts";
import { SUBJECT_STORE_KINDS } from "../policy/store.ts";
import { ThingCountsSchema } from "../processors/thing-counts.ts";
import { VendorSettingSchema } from "../processors/vendor-setting.ts";
import { SignedCheckpointSchema } from "./checkpoint.ts";
import { SealedLaneSchema } from "./leaf.ts";

const CountSchema = z.number().int().nonnegative();
const DigestSchema = z.string().regex(/^[0-9a-f]{64}$/);
const InstantSchema = z.iso.datetime();

/** What happened in one store; counts are entries: versions, markers, uploads, items, accounts. */
const CertifiedStoreSchema = z.strictObject({
  id: z.string().min(1),
  kind: z.enum(SUBJECT_STORE_KINDS),
  found: CountSchema,
  bytes: CountSchema,
  deleted: CountSchema,
  pseudonymised: CountSchema,
  left: CountSchema,
  retained: CountSchema,
  outcome: OutcomeSchema,
  /** What other code still saw when it looked again, and when. */
  verifiedFound: CountSchema,
  verifiedAt: InstantSchema,
  leftBehind: z.array(LeftBehindSchema),
});

/**
 * What became of asking one third party: the weakest of what came of the things it was asked about, which `things` counts.
 * Where a person asked, the hash is of the evidence that they put on record.
 */
const CertifiedProcessorSchema = z.strictObject({
  id: z.string().min(1),
  outcome: OutcomeSchema,
  /** What it keeps whatever is asked, and for how long, by its own pages. */
  retention: z.string().min(1),
  answerOwedAt: InstantSchema,
  answeredAt: InstantSchema.optional(),
  evidenceHash: DigestSchema.optional(),
  things: ThingCountsSchema.optional(),
  /** Until when the last thing of which it said a date stays there. */
  until: InstantSchema.optional(),
  /** What it shows itself of how long it is set to keep things; absent where it shows nobody. */
  setting: VendorSettingSchema.optional(),
});

/** The seal over what is preserved. Who the two people are is on record with the request, and named here by nobody. */
const CertifiedSealSchema = z.strictObject({
  holdId: z.string().min(1),
  placedAt: InstantSchema,
  until: InstantSchema,
  /** The plan that the second person approved, and when. */
  planDigest: DigestSchema,
  approvedAt: InstantSchema,
  /** When two people lifted it. */
  liftedAt: InstantSchema.optional(),
  statement: z.string().min(1),
});

/** A category that is kept, why, and until when at the latest. */
const RetainedSchema = z.strictObject({
  category: z.string().min(1),
  legalBasis: z.string().min(1),
  until: InstantSchema,
  /** Present if its records were cut and are kept under a pseudonym: how many were seen so, and all that is in them. */
  pseudonymised: z
    .strictObject({ store: z.string().min(1), records: CountSchema, keeps: z.array(z.string().min(1)) })
    .optional(),
});

/** What the certificate states; it never says more than the lanes it names. */
export const CertificateBodySchema = z.strictObject({
  schema: z.literal("lethe.certificate/1"),
  service: z.string().min(1),
  region: z.string().min(1),
  requestId: z.string().min(1),
  attempt: z.number().int().positive(),
  subjectRef: z.string().min(1),
  ...recordedScopeFields,
  policyDigest: DigestSchema,
  openedAt: InstantSchema,
  frozenAt: InstantSchema,
  issuedAt: InstantSchema,
  /** False while something is left that is to be deleted later. */
  final: z.boolean(),
  stores: z.array(CertifiedStoreSchema),
  processors: z.strictObject({
    declared: CountSchema,
    statement: z.string().min(1),
    /** Of those that were asked, or a person has to ask: how that stood when this attempt looked. */
    outcomes: z.array(CertifiedProcessorSchema).optional(),
  }),
  backups: z.strictObject({
    declared: CountSchema,
    statement: z.string().min(1),
    /** When the copies were looked for; the counts are of then. Absent: nobody looked. */
    lookedAt: InstantSchema.optional(),
    /** The day on which the last copy that has an end is gone; absent: none that has one can be there. */
    lastCopyGoneBy: InstantSchema.optional(),
    /** Stores of which a copy is there, or can be: whole copies, out of which nothing of one person can be taken. */
    stores: z.array(CopiesLeftSchema).optional(),
  }),
  retained: z.array(RetainedSchema),
  /** Present where nothing was deleted, because it was sealed by two people. */
  sealed: CertifiedSealSchema.optional(),
  /** Present once every store was looked into after the last permission to write from before the freeze had ended. */
  lateWrites: z
    .strictObject({
      until: InstantSchema,
      lookedAgainAt: InstantSchema,
      /** Entries that came after an earlier certificate of this request, and were deleted. */
      purged: CountSchema,
    })
    .optional(),
  /** What nobody can know or promise, in whole sentences. */
  gaps: z.array(z.string().min(1)),
  lanes: z.array(SealedLaneSchema),
});

const ProofSchema = z.strictObject({ leafIndex: CountSchema, path: z.array(DigestSchema) });

/** The file that is handed out: one line of canonical JSON, without a line end. */
export const CertificateFileSchema = z.strictObject({
  schema: z.literal("lethe.certificate-file/1"),
  body: CertificateBodySchema,
  proofs: z.strictObject({
    certificate: ProofSchema,
    /** One for each lane of the body, in the same order. */
    lanes: z.array(ProofSchema),
  }),
  checkpoint: SignedCheckpointSchema,
});

export type CertificateBody = z.infer<typeof CertificateBodySchema>;
export type CertificateFile = z.infer<typeof CertificateFileSchema>;
export type InclusionProof = z.infer<typeof ProofSchema>;
