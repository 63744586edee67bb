import { z } from "zod";
import { DeclarationIdSchema, itemTemplate, SubjectTemplateSchema, storeFields } from "./store-fields.ts";
import { IndexedStoreSchema, MentionsStoreSchema, SharedStoreSchema } from "./table-stores.ts";

export { DeclarationIdSchema } from "./store-fields.ts";

/** For a bucket a `/` follows the subject at once, so `users/1/` is never `users/10/`. */
const KeyTemplateSchema = z
  .string()
  .regex(
    /^[^{}…]*\{subject\}\/[^…]*…$/u,
    "write it as prefix{subject}/… : one {subject}, a slash, then an ellipsis for the rest of the key",
  );

/** One for each size that is served, say; each costs a call for a hundred objects that end. */
const CACHED_ADDRESSES_MAX = 5;

const CachedAddressSchema = z
  .string()
  .regex(
    /^https:\/\/[a-z0-9.-]+(?::\d+)?\/[^{}#]*\{key\}[^{}#]*$/u,
    "write it as https://host/…{key}… : {key} once, where the object's key is in the address",
  );

const ItemTemplatesSchema = z.strictObject({
  project: itemTemplate("project").optional(),
  page: itemTemplate("page").optional(),
  image: itemTemplate("image").optional(),
  /** What is kept for one session of a person; it goes when that ends. */
  session: itemTemplate("session").optional(),
});

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
    .strictObject({
      processor: DeclarationIdSchema,
      longestHours: z.number().int().positive(),
      /** Under which addresses each object is cached: with them the cache is told to drop what our clock deletes. */
      addresses: z.array(CachedAddressSchema).min(1).max(CACHED_ADDRESSES_MAX).optional(),
    })
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

/** Days that SQS keeps a message for, 14 at most: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html */
const QUEUE_DAYS_MAX = 14;

const QueueStoreSchema = z.strictObject({
  ...storeFields,
  kind: z.literal("queue"),
  retentionDays: z.number().int().positive().max(QUEUE_DAYS_MAX),
});

/** Files that each tell of many people, such as results of queries and inventories of a bucket, in a bucket of their own. */
const AgedFilesStoreSchema = z.strictObject({
  ...storeFields,
  kind: z.literal("aged-files"),
  /** What every key begins with. */
  prefix: z.string().regex(/^[^{}…]+\/$/u, "write a beginning that ends in a slash, such as results/"),
  retentionDays: z.number().int().positive(),
  /** The table of which these are exports, which DynamoDB makes from its point-in-time recovery. */
  exportsOf: DeclarationIdSchema.optional(),
});

/** One place where the service keeps personal data. A new kind is a line here and a folder in `adapters/stores`. */
export const StoreSchema = z.discriminatedUnion("kind", [
  S3StoreSchema,
  DynamodbStoreSchema,
  CognitoStoreSchema,
  LogGroupStoreSchema,
  IndexedStoreSchema,
  MentionsStoreSchema,
  SharedStoreSchema,
  QueueStoreSchema,
  AgedFilesStoreSchema,
]);

export type Store = z.infer<typeof StoreSchema>;
/** A store in which nobody can be found: what is in it goes by its age alone. */
export type AgedStore = Extract<Store, { readonly kind: "log-group" | "queue" | "aged-files" }>;
/** A store in which a person can be found. */
export type SubjectStore = Exclude<Store, AgedStore>;
export type StoreKind = SubjectStore["kind"];
/** The kinds of stores that plans and certificates count entries of. */
export const SUBJECT_STORE_KINDS = [
  "s3",
  "dynamodb",
  "cognito",
  "dynamodb-index",
  "dynamodb-mentions",
  "dynamodb-shared",
] as const satisfies readonly StoreKind[];
export type S3Store = z.infer<typeof S3StoreSchema>;
export type DynamodbStore = z.infer<typeof DynamodbStoreSchema>;
export type CognitoStore = z.infer<typeof CognitoStoreSchema>;
export type ItemTemplates = z.infer<typeof ItemTemplatesSchema>;
/** What it takes to find a subject in a bucket, and in a table. */
export type S3Layout = Pick<S3Store, "keyTemplate" | "items">;
export type DynamodbLayout = Pick<DynamodbStore, "partitionKey" | "sortKey" | "items">;
export type LogGroupStore = z.infer<typeof LogGroupStoreSchema>;
export type AgedFilesStore = z.infer<typeof AgedFilesStoreSchema>;
export type QueueStore = z.infer<typeof QueueStoreSchema>;

/** Says whether people can be found in a store. */
export function holdsSubjects(store: Store): store is SubjectStore {
  return !("retentionDays" in store);
}

/** Returns the templates by which a store tells one thing of a person from others; undefined if it cannot. */
export function itemsOf(store: SubjectStore): ItemTemplates | undefined {
  return "items" in store ? store.items : undefined;
}

/** Returns the beginning of every key of a bucket store, before the subject: `users/`. */
export function prefixBeforeSubject(store: S3Store): string {
  return store.keyTemplate.slice(0, store.keyTemplate.indexOf("{subject}"));
}
