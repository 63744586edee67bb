import { z } from "zod";

/** Ids of stores, categories and promises: short, lower-case, safe in ARNs, file names and state names. */
export const DeclarationIdSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,40}$/, "use a-z, 0-9 and -, up to 41 characters");

/** Holds exactly one `{subject}`; for a bucket a `/` follows at once, so `users/1/` is never `users/10/`. */
const KeyTemplateSchema = z
  .string()
  .regex(
    /^[^{}…]*\{subject\}\/…$/u,
    "write it as prefix{subject}/… : one {subject}, a slash, then an ellipsis for the rest of the key",
  );

const SubjectTemplateSchema = z
  .string()
  .refine((text) => text.split("{subject}").length === 2, "must contain {subject} exactly once");

const storeFields = {
  id: DeclarationIdSchema,
  /** What is kept here; every category named must be declared. */
  categories: z.array(DeclarationIdSchema).min(1),
};

const S3StoreSchema = z.strictObject({
  ...storeFields,
  kind: z.literal("s3"),
  keyTemplate: KeyTemplateSchema,
  versioned: z.boolean(),
});

const DynamodbStoreSchema = z.strictObject({
  ...storeFields,
  kind: z.literal("dynamodb"),
  /** The partition key locates the subject; the sort key, if there is one, an item of theirs. */
  partitionKey: z.strictObject({ attribute: z.string().min(1), template: SubjectTemplateSchema }),
  sortKey: z.strictObject({ attribute: z.string().min(1) }).optional(),
  /** Epoch seconds after which DynamoDB may remove the item by itself: a backstop that takes days. */
  timeToLiveAttribute: z.string().min(1).optional(),
});

const CognitoStoreSchema = z.strictObject({
  ...storeFields,
  kind: z.literal("cognito"),
  username: z.literal("{subject}"),
});

/** One place where the service keeps personal data. A new kind is a line here and a folder in `adapters/stores`. */
export const StoreSchema = z.discriminatedUnion("kind", [
  S3StoreSchema,
  DynamodbStoreSchema,
  CognitoStoreSchema,
]);

export type Store = z.infer<typeof StoreSchema>;
export type StoreKind = Store["kind"];
export type S3Store = z.infer<typeof S3StoreSchema>;
export type DynamodbStore = z.infer<typeof DynamodbStoreSchema>;
export type CognitoStore = z.infer<typeof CognitoStoreSchema>;
