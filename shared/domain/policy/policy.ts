import { z } from "zod";
import { PromiseSchema } from "./promise.ts";
import { RetentionRuleSchema } from "./retention-rule.ts";
import { DeclarationIdSchema, StoreSchema } from "./store.ts";

/** Version of the policy document's shape; part of what the digest covers. */
export const POLICY_SCHEMA = "lethe.policy/1";

const ServiceSchema = z.strictObject({
  id: DeclarationIdSchema,
  name: z.string().min(1),
  /** Letters come from here and people may answer to it. */
  contact: z.email(),
  regions: z.array(z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/)).min(1),
  languages: z.array(z.string().min(2)).min(1),
});

const CategorySchema = z.strictObject({
  id: DeclarationIdSchema,
  what: z.string().min(1),
  /** Special category of data (GDPR Art. 9) or named sensitive by the published policy. */
  sensitive: z.boolean(),
  derivedFrom: DeclarationIdSchema.optional(),
});

/** What erasing does to one category. Retaining needs a legal basis and an end. */
const CategoryEffectSchema = z.discriminatedUnion("effect", [
  z.strictObject({ effect: z.literal("erase") }),
  z.strictObject({
    effect: z.literal("retain"),
    legalBasis: z.string().min(1),
    retentionDays: z.number().int().positive(),
  }),
]);

const ErasureScopeSchema = z.strictObject({
  scope: z.literal("account"),
  graceHours: z.number().int().nonnegative(),
  categories: z.record(DeclarationIdSchema, CategoryEffectSchema),
});

/** What Lethe itself keeps about a person. */
export const OWN_RECORD_KINDS = [
  "tombstone",
  "ledger",
  "request",
  "certificate",
  "contact-for-answer",
] as const;

/** A record Lethe itself makes about a person, why it may, and when it goes. */
const OwnRecordSchema = z.strictObject({
  record: z.enum(OWN_RECORD_KINDS),
  legalBasis: z.string().min(1),
  retentionDays: z.number().int().positive(),
});

/** What a service holds, where, for how long, and what it has promised about it. */
export const PolicySchema = z.strictObject({
  schema: z.literal(POLICY_SCHEMA),
  service: ServiceSchema,
  stores: z.array(StoreSchema).min(1),
  categories: z.array(CategorySchema).min(1),
  retention: z.array(RetentionRuleSchema),
  erasure: z.array(ErasureScopeSchema).min(1),
  /** Longest life of a copy that cannot be edited; 0 = none is made. */
  backups: z.strictObject({ pointInTimeRecoveryDays: z.literal(0), vaults: z.tuple([]) }),
  processors: z.tuple([]),
  rights: z.array(
    z.strictObject({
      right: z.enum(["erasure", "access", "portability", "correction", "restriction", "objection"]),
      channels: z.array(z.enum(["app", "mail"])).min(1),
      answerWithinDays: z.number().int().positive(),
    }),
  ),
  ownRecords: z.array(OwnRecordSchema).min(1),
  limits: z.strictObject({
    /** A plan that would delete more than this waits for a second person. */
    entriesPerErasure: z.number().int().positive(),
    /** Uploads and signed-in sessions that were possible before the freeze have ended after this long. */
    longestWriteAccessMinutes: z.number().int().positive(),
  }),
  promises: z.array(PromiseSchema).min(1),
});

export type Policy = z.infer<typeof PolicySchema>;
/** A policy as it is written in `policies/`: what has a default may be left out. */
export type PolicyDeclaration = z.input<typeof PolicySchema>;
export type ErasureScope = Policy["erasure"][number];
export type OwnRecordKind = Policy["ownRecords"][number]["record"];
