import type { Policy } from "../policy.ts";
import type { S3Store } from "../store.ts";
import { promisesAboutStore } from "./promises-hurt.ts";
import type { PolicyRule } from "./rule.ts";

export const replicaIncomplete: PolicyRule = {
  id: "replica-incomplete",
  severity: "error",
  why: "S3 never replicates the deletion of a version, so what a person had erased would stay in the replica.",
  source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-what-is-isnot-replicated.html",
  remedy:
    "Name another s3 store in replicaOf and repeat its keyTemplate and categories; Lethe sets up no replication, a replica is declared so that it is erased too.",
  find: (policy) =>
    policy.stores.flatMap((store) => {
      const what = store.kind === "s3" ? shortcoming(policy, store) : undefined;
      if (what === undefined) return [];
      return [{ path: `stores.${store.id}.replicaOf`, what, promises: promisesAboutStore(policy, store.id) }];
    }),
};

function shortcoming(policy: Policy, replica: S3Store): string | undefined {
  const { replicaOf } = replica;
  if (replicaOf === undefined) return undefined;
  const original = policy.stores.find(({ id }) => id === replicaOf && id !== replica.id);
  if (original?.kind !== "s3") return `It names ${replicaOf}, which is no other s3 store of this policy.`;
  if (replica.keyTemplate !== original.keyTemplate)
    return `Its keys are ${replica.keyTemplate}, and those of ${replicaOf} are ${original.keyTemplate}.`;
  const held = replica.categories.toSorted().join(", ");
  const originallyHeld = original.categories.toSorted().join(", ");
  return held === originallyHeld ? undefined : `It holds ${held}, and ${replicaOf} holds ${originallyHeld}.`;
}
