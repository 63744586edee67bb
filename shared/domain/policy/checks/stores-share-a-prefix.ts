import { bucketOwner } from "../bucket-owner.ts";
import type { Policy } from "../policy.ts";
import { prefixBeforeSubject, type S3Store } from "../store.ts";
import { promisesAbout } from "./promises-hurt.ts";
import type { PolicyRule } from "./rule.ts";

export const storesShareAPrefix: PolicyRule = {
  id: "stores-share-a-prefix",
  severity: "error",
  why: "What is deleted or expires in one of the stores takes with it what a person has in the other.",
  source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html",
  remedy:
    "Begin each keyTemplate of one bucket with a prefix that begins no other, such as photos/{subject}/….",
  find: (policy) =>
    sharedBuckets(policy).flatMap((stores) =>
      overlaps(stores).map(([one, other]) => ({
        path: `stores.${other.id}.keyTemplate`,
        what: `The keys of ${one.id} and ${other.id} lie in one bucket under "${prefixBeforeSubject(one)}" and "${prefixBeforeSubject(other)}", which overlap.`,
        promises: promisesAbout(policy, [...one.categories, ...other.categories]),
      })),
    ),
};

/** Returns the stores of each bucket, the one that owns it first. */
function sharedBuckets(policy: Policy): readonly (readonly S3Store[])[] {
  const stores = new Map(policy.stores.map((store) => [store.id, store]));
  const inS3 = [...stores.values()].filter((store) => store.kind === "s3");
  const buckets = new Map<string, S3Store[]>();
  for (const store of inS3.toSorted((one, other) => Number(shares(one)) - Number(shares(other)))) {
    const owner = bucketOwner(store, stores);
    if (owner) buckets.set(owner.id, [...(buckets.get(owner.id) ?? []), store]);
  }
  return [...buckets.values()];
}

function shares(store: S3Store): boolean {
  return store.sharesBucketOf !== undefined;
}

/**
 * Returns each store whose prefix overlaps with that of another, paired with one it overlaps with: in sorted order a
 * prefix directly follows the ones it begins with. The store that owns the bucket is named first.
 */
function overlaps(stores: readonly S3Store[]): readonly (readonly [S3Store, S3Store])[] {
  const places = new Map(stores.map((store, at) => [store.id, at]));
  const placeOf = ({ id }: S3Store) => places.get(id) ?? 0;
  const sorted = stores.toSorted((one, other) =>
    compare(prefixBeforeSubject(one), prefixBeforeSubject(other)),
  );
  let shortest = sorted[0];
  const pairs: (readonly [S3Store, S3Store])[] = [];
  for (const store of sorted.slice(1)) {
    if (shortest === undefined || !prefixBeforeSubject(store).startsWith(prefixBeforeSubject(shortest)))
      shortest = store;
    else pairs.push(placeOf(shortest) < placeOf(store) ? [shortest, store] : [store, shortest]);
  }
  return pairs;
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
