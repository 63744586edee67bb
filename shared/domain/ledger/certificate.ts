import { z } from "zod";
import { recordedScopeFields } from "../erasure/scope.ts";
import { LeftBehindSchema, OutcomeSchema } from "../erasure/store-progress.ts";
import { SUBJECT_STORE_KINDS } from "../policy/store.ts";
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
  left: CountSchema,
  retained: CountSchema,
  outcome: OutcomeSchema,
  /** What other code still saw when it looked again, and when. */
  verifiedFound: CountSchema,
  verifiedAt: InstantSchema,
  leftBehind: z.array(LeftBehindSchema),
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
  processors: z.strictObject({ declared: CountSchema, statement: z.string().min(1) }),
  backups: z.strictObject({
    declared: CountSchema,
    statement: z.string().min(1),
    lastCopyGoneBy: InstantSchema.optional(),
  }),
  retained: z.array(
    z.strictObject({ category: z.string().min(1), legalBasis: z.string().min(1), until: InstantSchema }),
  ),
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
