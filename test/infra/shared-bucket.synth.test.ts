import { describe, expect, it } from "vitest";
import { policy } from "../../policies/dream-portraits.ts";
import { GUARD_HOLES, hostOf } from "./guard-holes.ts";
import { resourcesOf, type Synthesised, synthesised } from "./synthesised.ts";

const own = { kind: "s3", versioned: true } as const;
/** Portraits, and previews of them that live for 30 days, in one bucket. */
const sharing = {
  ...policy,
  stores: [
    ...policy.stores,
    {
      ...own,
      id: "previews",
      keyTemplate: "previews/{subject}/…",
      sharesBucketOf: "portraits",
      storageClass: "STANDARD_IA",
      categories: ["preview"],
    },
  ],
  categories: [
    ...policy.categories,
    { id: "preview", what: "A small portrait", sensitive: false, purposes: ["support"] },
  ],
  retention: [
    ...policy.retention,
    { category: "preview", limit: { after: { days: 30 }, from: "created" }, onEnd: "delete" },
  ],
  // One image cannot be told from others among the previews, so that scope leaves them alone; a seal erases nothing.
  erasure: policy.erasure.map((scope) =>
    scope.scope === "image" || scope.scope === "preserve-and-report"
      ? scope
      : { ...scope, categories: { ...scope.categories, preview: { effect: "erase" } } },
  ),
  processors: policy.processors.map((processor) => ({
    ...processor,
    receives: [...(processor.receives ?? []), "preview"],
  })),
};

describe("stores that share a bucket", () => {
  const made = synthesised({ policy: sharing });
  const portraits = bucketOf(made, "portraits");

  it("have one bucket, and the same place", () => {
    expect(bucketOf(made, "previews").logicalId).toBe(portraits.logicalId);
    expect(resourcesOf(made.storage, "AWS::S3::Bucket")).toHaveLength(2);
    expect(made.stage.storage.stores.previews).toBe(made.stage.storage.stores.portraits);
  });

  it("end by prefix, what has no limit not at all, and leftovers everywhere", () => {
    expect(portraits.Properties.LifecycleConfiguration).toEqual({
      Rules: [
        { Id: "expiry-previews", Prefix: "previews/", ExpirationInDays: 30, Status: "Enabled" },
        {
          Id: "leftovers",
          AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
          NoncurrentVersionExpiration: { NoncurrentDays: 1 },
          Status: "Enabled",
        },
        { Id: "expired-markers", ExpiredObjectDeleteMarker: true, Status: "Enabled" },
      ],
    });
  });

  it("are read for the purposes of their own prefix, and take their own keys only", () => {
    expect(GUARD_HOLES["purpose-tags"](made, made.policy)).toEqual([]);
    expect(GUARD_HOLES["declared-places-only"](made, made.policy)).toEqual([]);
  });
});

/** Statements that a law wants unchanged for a year, which no erasure touches. */
const locking = {
  ...policy,
  stores: [
    ...policy.stores,
    {
      ...own,
      id: "statements",
      keyTemplate: "users/{subject}/…",
      objectLock: { mode: "governance", days: 30 },
      categories: ["statement"],
    },
  ],
  categories: [
    ...policy.categories,
    { id: "statement", what: "What was paid", sensitive: false, purposes: ["accounting"] },
  ],
  retention: [
    ...policy.retention,
    { category: "statement", limit: { after: { days: 365 }, from: "created" }, onEnd: "delete" },
  ],
  erasure: policy.erasure.map((scope) => ({
    ...scope,
    categories: {
      ...scope.categories,
      statement: { effect: "retain", legalBasis: "GDPR Art. 17(3)(b)", retentionDays: 365 },
    },
  })),
  processors: policy.processors.map((processor) => ({
    ...processor,
    receives: [...(processor.receives ?? []), "statement"],
  })),
};

describe("a store that is locked", () => {
  it("has a bucket under Object Lock, with versions", () => {
    expect(bucketOf(synthesised({ policy: locking }), "statements").Properties).toMatchObject({
      ObjectLockEnabled: true,
      ObjectLockConfiguration: { Rule: { DefaultRetention: { Days: 30, Mode: "GOVERNANCE" } } },
      VersioningConfiguration: { Status: "Enabled" },
    });
  });
});

function bucketOf(made: Synthesised, id: string) {
  const store = made.policy.stores.find((one) => one.id === id);
  if (store?.kind !== "s3") throw new Error(`${id} is no bucket store.`);
  return hostOf(made, made.policy, store);
}
