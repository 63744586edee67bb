import { z } from "zod";
import { AccountAddressesSchema } from "./account-addresses.ts";
import { BackupsSchema } from "./backups.ts";
import { CategorySchema, PurposeSchema } from "./category.ts";
import { ErasureScopeSchema } from "./erasure-scope.ts";
import { NoticeSchema } from "./notice.ts";
import { OwnRecordSchema } from "./own-record.ts";
import { ProcessorSchema } from "./processor.ts";
import { PromiseSchema } from "./promise.ts";
import { RetentionRuleSchema } from "./retention-rule.ts";
import { RightSchema } from "./right.ts";
import { DeclarationIdSchema, StoreSchema } from "./store.ts";

/** Version of the policy document's shape; part of what the digest covers. */
export const POLICY_SCHEMA = "lethe.policy/1";

/** More than this is a table that nobody reads any more; it also bounds what every check costs. */
const DECLARED_MAX = 1000;

const ServiceSchema = z.strictObject({
  id: DeclarationIdSchema,
  name: z.string().min(1),
  /** Letters come from here and people may answer to it. */
  contact: z.email(),
  /** Where data may be; the first is where it is deployed. */
  regions: z.array(z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, "write a region such as eu-central-1")).min(1),
  /** Countries (ISO 3166-1 alpha-2, or EU) in which processing needs no further safeguard. */
  places: z.array(z.string().regex(/^[A-Z]{2}$/)).min(1),
  languages: z.array(z.string().min(2)).min(1),
});

/** A law that wants something kept for longer than was promised. */
const LegalMinimumSchema = z.strictObject({
  id: DeclarationIdSchema,
  categories: z.array(DeclarationIdSchema).min(1),
  days: z.number().int().positive(),
  /** The law with its article or rule, as people cite it. */
  law: z.string().trim().min(1, "write the law with its article"),
  source: z.string().min(1),
  inForceFrom: z.iso.date(),
});

/** A use that people decide on. */
const ConsentSchema = z.strictObject({
  purpose: PurposeSchema,
  /** `asked-first`: off until they agree. `until-objection`: on until they object. */
  basis: z.enum(["asked-first", "until-objection"]),
});

/** What a service holds, where, for how long, and what it has promised about it. */
export const PolicySchema = z.strictObject({
  schema: z.literal(POLICY_SCHEMA),
  service: ServiceSchema,
  stores: z.array(StoreSchema).min(1).max(DECLARED_MAX),
  categories: z.array(CategorySchema).min(1).max(DECLARED_MAX),
  retention: z.array(RetentionRuleSchema).max(DECLARED_MAX),
  erasure: z.array(ErasureScopeSchema).min(1),
  backups: BackupsSchema,
  processors: z.array(ProcessorSchema).max(DECLARED_MAX),
  rights: z.array(RightSchema),
  /** A right that is exercised by mail or form needs it. */
  accountAddresses: AccountAddressesSchema.optional(),
  notices: z.array(NoticeSchema).default([]),
  consents: z.array(ConsentSchema).default([]),
  /** Work on these categories happens in a network without a way out. */
  isolatedProcessing: z
    .strictObject({ categories: z.array(DeclarationIdSchema).min(1), purpose: PurposeSchema })
    .optional(),
  legalMinimums: z.array(LegalMinimumSchema).default([]),
  ownRecords: z.array(OwnRecordSchema).min(1),
  limits: z.strictObject({
    /** A plan that would delete more than this waits for a second person. */
    entriesPerErasure: z.number().int().positive(),
    /** Uploads and signed-in sessions that were possible before the freeze have ended after this long. */
    longestWriteAccessMinutes: z.number().int().positive(),
  }),
  promises: z.array(PromiseSchema).min(1).max(DECLARED_MAX),
});

export type Policy = z.infer<typeof PolicySchema>;
/** A policy as it is written in `policies/`: what has a default may be left out. */
export type PolicyDeclaration = z.input<typeof PolicySchema>;
