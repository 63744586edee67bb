import { z } from "zod";

/** Ids of stores, categories and promises: short, lower-case, safe in ARNs, file names and state names. */
export const DeclarationIdSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,40}$/, "use a-z, 0-9 and -, up to 41 characters");

/** For a bucket a `/` follows the subject at once, so `users/1/` is never `users/10/`. */
const KeyTemplateSchema = z
  .string()
  .regex(
    /^[^{}…]*\{subject\}\/[^…]*…$/u,
    "write it as prefix{subject}/… : one {subject}, a slash, then an ellipsis for the rest of the key",
  );

const SubjectTemplateSchema = z
  .string()
  .refine((text) => text.split("{subject}").length === 2, "must contain {subject} exactly once");

/**
 * Each names its own kind exactly once; other things that stand before it, such as the project of a page, are open. What
 * is filled in ends where a slash, a number sign or the whole key does, so that `p1` is never `p10`; so does what goes on
 * in any way.
 */
const itemTemplate = (kind: string) => {
  const known = `\\{subject\\}(?=[/#]|$)|\\{${kind}\\}(?=[^{}…/#]*(?:[/#]|$))`;
  const open = `\\{(?!subject\\}|${kind}\\})[a-z]+\\}(?=[/#]|$)`;
  return z
    .string()
    .regex(
      new RegExp(`^(?:[^{}…]|${known}|${open})+(?:(?<=[/#])…)?$`, "u"),
      "let a / or # follow each {name}, or the end, and let … only stand at the end, after a / or #",
    )
    .refine((text) => text.split(`{${kind}}`).length === 2, `must contain {${kind}} exactly once`)
    .refine((text) => text.split("{subject}").length <= 2, "must not contain {subject} twice");
};

const ItemTemplatesSchema = z.strictObject({
  project: itemTemplate("project").optional(),
  page: itemTemplate("page").optional(),
  image: itemTemplate("image").optional(),
  /** What is kept for one session of a person; it goes when that ends. */
  session: itemTemplate("session").optional(),
});

const RegionSchema = z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, "write a region such as eu-central-1");

const storeFields = {
  id: DeclarationIdSchema,
  /** What is kept here; every category named must be declared. */
  categories: z.array(DeclarationIdSchema).min(1),
  /** Where it is, if in one region only whatever the service's others are. */
  region: RegionSchema.optional(),
  /** Whose key encrypts it at rest. */
  key: z.enum(["customer-managed", "aws-managed"]).default("aws-managed"),
};

/** Classes from which an object comes back within milliseconds, and those from which it has to be restored first. */
const STORAGE_CLASSES = [
  "STANDARD",
  "INTELLIGENT_TIERING",
  "STANDARD_IA",
  "GLACIER",
  "DEEP_ARCHIVE",
] as const;

const S3StoreSchema = z.strictObject({
  ...storeFields,
  kind: z.literal("s3"),
  keyTemplate: KeyTemplateSchema,
  /** Where one project, page, image or session of a subject is: a prefix that ends in a slash and an ellipsis, or one whole key. */
  items: ItemTemplatesSchema.optional(),
  versioned: z.boolean(),
  storageClass: z.enum(STORAGE_CLASSES).default("STANDARD"),
  /** The store in whose bucket this one lies, under a prefix of its own. */
  sharesBucketOf: DeclarationIdSchema.optional(),
  /** The store of which this one is a replica: deletes of versions are never replicated, so it is a target itself. */
  replicaOf: DeclarationIdSchema.optional(),
  /** The processor that caches what is served from here, and for how long at most. */
  cachedBy: z
    .strictObject({ processor: DeclarationIdSchema, longestHours: z.number().int().positive() })
    .optional(),
  objectLock: z
    .strictObject({ mode: z.enum(["governance", "compliance"]), days: z.number().int().positive() })
    .optional(),
});

const DynamodbStoreSchema = z.strictObject({
  ...storeFields,
  kind: z.literal("dynamodb"),
  /** The partition key locates the subject; the sort key, if there is one, an item of theirs. */
  partitionKey: z.strictObject({ attribute: z.string().min(1), template: SubjectTemplateSchema }),
  sortKey: z.strictObject({ attribute: z.string().min(1) }).optional(),
  /** Which sort keys belong to one project, page, image or session: all that begin so with an ellipsis at the end, else one. */
  items: ItemTemplatesSchema.optional(),
  /** Epoch seconds after which DynamoDB may remove the item by itself: a backstop that takes days. */
  timeToLiveAttribute: z.string().min(1).optional(),
  /** How far back the table can be restored; a deleted table is kept 35 days if it is more than 0. */
  pointInTimeRecoveryDays: z.number().int().min(0).max(35).default(0),
});

const CognitoStoreSchema = z.strictObject({
  ...storeFields,
  kind: z.literal("cognito"),
  username: z.literal("{subject}"),
});

/** Days that CloudWatch Logs can keep lines for: PutRetentionPolicy takes no others. */
const LOG_RETENTION_DAYS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827,
] as const;

const LogGroupStoreSchema = z.strictObject({
  ...storeFields,
  kind: z.literal("log-group"),
  retentionDays: z.literal(LOG_RETENTION_DAYS),
});

/** One place where the service keeps personal data. A new kind is a line here and a folder in `adapters/stores`. */
export const StoreSchema = z.discriminatedUnion("kind", [
  S3StoreSchema,
  DynamodbStoreSchema,
  CognitoStoreSchema,
  LogGroupStoreSchema,
]);

export type Store = z.infer<typeof StoreSchema>;
/** A store in which a person can be found; what is in a log group goes by its age alone. */
export type SubjectStore = Exclude<Store, { readonly kind: "log-group" }>;
export type StoreKind = SubjectStore["kind"];
export type S3Store = z.infer<typeof S3StoreSchema>;
export type DynamodbStore = z.infer<typeof DynamodbStoreSchema>;
export type CognitoStore = z.infer<typeof CognitoStoreSchema>;
export type ItemTemplates = z.infer<typeof ItemTemplatesSchema>;
/** What it takes to find a subject in a bucket, and in a table. */
export type S3Layout = Pick<S3Store, "keyTemplate" | "items">;
export type DynamodbLayout = Pick<DynamodbStore, "partitionKey" | "sortKey" | "items">;
export type LogGroupStore = z.infer<typeof LogGroupStoreSchema>;

/** Says whether people can be found in a store. */
export function holdsSubjects(store: Store): store is SubjectStore {
  return store.kind !== "log-group";
}

/** Returns the beginning of every key of a bucket store, before the subject: `users/`. */
export function prefixBeforeSubject(store: S3Store): string {
  return store.keyTemplate.slice(0, store.keyTemplate.indexOf("{subject}"));
}
