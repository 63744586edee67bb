import { z } from "zod";
import { PromiseIdSchema } from "./promise-id.ts";
import { DeclarationIdSchema, itemTemplate, SubjectTemplateSchema, storeFields } from "./store-fields.ts";

export const AttributeSchema = z.string().min(1).max(255);
/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html */
export const IndexNameSchema = z
  .string()
  .regex(/^[A-Za-z0-9_.-]{3,255}$/, "use 3 to 255 of A-Z a-z 0-9 _ . and -");

/** A table whose items have a key of their own, such as an order's number; an index tells whose each is. */
export const IndexedStoreSchema = z.strictObject({
  ...storeFields,
  kind: z.literal("dynamodb-index"),
  partitionKey: z.strictObject({ attribute: AttributeSchema }),
  sortKey: z.strictObject({ attribute: AttributeSchema }).optional(),
  locatedBy: z.strictObject({
    index: IndexNameSchema,
    partitionKey: z.strictObject({ attribute: AttributeSchema, template: SubjectTemplateSchema }),
  }),
  /**
   * How it is looked into again. `scan` reads the whole table, consistently, and misses nothing; `index` asks the index
   * twice, some seconds apart, for a table that is too large to be read for each erasure.
   */
  verifiedBy: z.enum(["scan", "index"]).default("scan"),
  /** Epoch seconds after which DynamoDB may remove the item by itself: a backstop that takes days. */
  timeToLiveAttribute: AttributeSchema.optional(),
});

/** What happens to an item of somebody else's that names the person. */
export const MENTION_EFFECTS = ["remove-attribute", "remove-from-set", "delete-item"] as const;

/** Items in the table of another store that are of others and name the person in an attribute. */
export const MentionsStoreSchema = z.strictObject({
  ...storeFields,
  kind: z.literal("dynamodb-mentions"),
  /** The store in whose table they are. */
  tableOf: DeclarationIdSchema,
  /** The key of that table, as its own store declares it. */
  partitionKey: z.strictObject({ attribute: AttributeSchema }),
  sortKey: z.strictObject({ attribute: AttributeSchema }).optional(),
  /** Holds the person's name in this form: a text, or for `remove-from-set` a set of texts. */
  attribute: AttributeSchema,
  template: SubjectTemplateSchema,
  effect: z.enum(MENTION_EFFECTS),
});

/** What becomes of a thing that several people hold when one of them goes. */
export const SHARING_RULES = ["stays-while-others-remain", "goes-with-owner"] as const;

/** A table of things that several people hold, one item each, and the files that belong to a thing. */
export const SharedStoreSchema = z.strictObject({
  ...storeFields,
  kind: z.literal("dynamodb-shared"),
  /** The id of the thing, which is nobody's. */
  partitionKey: z.strictObject({ attribute: AttributeSchema }),
  /** A set of texts: all who hold it, the owner among them. */
  members: z.strictObject({ attribute: AttributeSchema, template: SubjectTemplateSchema }),
  /** Who made it, in the same form. */
  owner: z.strictObject({ attribute: AttributeSchema }),
  rule: z.enum(SHARING_RULES),
  /** The promise in which people are told that what they share stays for others. */
  publishedException: PromiseIdSchema.optional(),
  /** Where its files are: in the bucket of a store, under a beginning that no person has. */
  objects: z.strictObject({ bucketOf: DeclarationIdSchema, keyTemplate: itemTemplate("project") }).optional(),
});

export type IndexedStore = z.infer<typeof IndexedStoreSchema>;
export type MentionsStore = z.infer<typeof MentionsStoreSchema>;
export type SharedStore = z.infer<typeof SharedStoreSchema>;
export type SharingRule = (typeof SHARING_RULES)[number];
/** What it takes to find a person in each. */
export type IndexedLayout = Pick<IndexedStore, "partitionKey" | "sortKey" | "locatedBy" | "verifiedBy">;
export type MentionsLayout = Pick<
  MentionsStore,
  "partitionKey" | "sortKey" | "attribute" | "template" | "effect"
>;
export type SharedLayout = Pick<SharedStore, "partitionKey" | "members" | "owner" | "rule" | "objects">;

/** Returns the beginning of every key of shared files, before the thing: `projects/`. */
export function prefixBeforeThing({ keyTemplate }: NonNullable<SharedStore["objects"]>): string {
  return keyTemplate.slice(0, keyTemplate.indexOf("{project}"));
}
