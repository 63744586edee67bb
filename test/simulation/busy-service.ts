import { policy as dreamPortraits } from "../../policies/dream-portraits.ts";
import { type Policy, type PolicyDeclaration, PolicySchema } from "../../shared/domain/policy/policy.ts";
import type { StorePromise } from "./life.ts";

const partitionKey = { attribute: "owner", template: "SUBJECT#{subject}" };

/** What each store of the busy service keeps, and when that ends: one of every kind that the clock knows. */
const declared = {
  stores: [
    { id: "photos", kind: "s3", keyTemplate: "users/{subject}/…", versioned: false, categories: ["photo"] },
    { id: "work", kind: "s3", keyTemplate: "users/{subject}/…", versioned: false, categories: ["work"] },
    {
      id: "sessions",
      kind: "s3",
      keyTemplate: "users/{subject}/sessions/{session}/…",
      items: { session: "users/{subject}/sessions/{session}/…" },
      versioned: false,
      categories: ["session-image"],
    },
    { id: "drafts", kind: "s3", keyTemplate: "users/{subject}/…", versioned: true, categories: ["draft"] },
    {
      id: "landmarks",
      kind: "dynamodb",
      partitionKey,
      sortKey: { attribute: "photo" },
      categories: ["landmarks"],
    },
    {
      id: "tickets",
      kind: "dynamodb",
      partitionKey,
      sortKey: { attribute: "ticket" },
      categories: ["ticket"],
    },
  ],
  categories: ["photo", "work", "session-image", "draft", "landmarks", "ticket"].map((id) => ({
    id,
    what: `What is invented as ${id}`,
    sensitive: false,
    purposes: ["service-delivery" as const],
  })),
  retention: [
    {
      category: "photo",
      limit: { after: { hours: 24 }, from: "created" },
      earlierOn: ["generation-completed"],
      onEnd: "delete",
      marginMinutes: 60,
    },
    {
      category: "work",
      limit: { after: { hours: 24 }, from: "created" },
      earlierOn: ["un-saved"],
      savedMeans: "The person pressed save",
      onEnd: "delete",
      marginMinutes: 60,
    },
    {
      category: "session-image",
      limit: { after: { hours: 24 }, from: "created" },
      earlierOn: ["session-ended"],
      onEnd: "delete",
      marginMinutes: 60,
    },
    {
      category: "draft",
      limit: { after: { days: 7 }, from: "created" },
      onEnd: "delete",
      marginMinutes: 120,
    },
    {
      category: "landmarks",
      limit: { after: { hours: 24 }, from: "created" },
      earlierOn: ["processing-finished"],
      onEnd: "delete",
      marginMinutes: 60,
    },
    {
      category: "ticket",
      limit: { after: { months: 1 }, from: "created" },
      onEnd: "delete",
      marginMinutes: 1440,
      holdable: true,
      holdException: { promise: "DP5", legalBasis: "GDPR Art. 17(3)(e): legal claims" },
    },
  ],
} satisfies Pick<PolicyDeclaration, "stores" | "categories" | "retention">;

/** The policy of an invented service that has every kind of end; it is never deployed, so only its shape is checked. */
export const busyPolicy: Policy = PolicySchema.parse({ ...dreamPortraits, ...declared });

/**
 * What that policy promises, written down a second time by hand: the oracle shares nothing with what it judges.
 */
export const busyPromises: Readonly<Record<string, StorePromise>> = {
  photos: {
    limit: { hours: 24 },
    marginMinutes: 60,
    endsOn: ["generation-completed"],
    isSavable: false,
    isHoldable: false,
  },
  work: { limit: { hours: 24 }, marginMinutes: 60, endsOn: ["un-saved"], isSavable: true, isHoldable: false },
  sessions: {
    limit: { hours: 24 },
    marginMinutes: 60,
    endsOn: ["session-ended"],
    isSavable: false,
    isHoldable: false,
  },
  drafts: { limit: { hours: 168 }, marginMinutes: 120, endsOn: [], isSavable: false, isHoldable: false },
  landmarks: {
    limit: { hours: 24 },
    marginMinutes: 60,
    endsOn: ["processing-finished"],
    isSavable: false,
    isHoldable: false,
  },
  tickets: {
    ...{ limit: { months: 1 }, marginMinutes: 1440, endsOn: [], isSavable: false, isHoldable: true },
    // Listed each half hour, by a clock that may be a quarter of an hour ahead.
    undatedMinutes: 45,
  },
};
