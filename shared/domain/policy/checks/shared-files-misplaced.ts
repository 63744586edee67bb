import type { Policy } from "../policy.ts";
import { prefixBeforeSubject } from "../store.ts";
import { prefixBeforeThing, type SharedStore } from "../table-stores.ts";
import { promisesAbout } from "./promises-hurt.ts";
import type { PolicyRule } from "./rule.ts";

export const sharedFilesMisplaced: PolicyRule = {
  id: "shared-files-misplaced",
  severity: "error",
  why: "Files that several people have must lie where neither the erasure of one of them nor a lifecycle rule of theirs would take them.",
  source: "GDPR Art. 17(1), and Art. 15(4): the rights of others",
  remedy:
    "Write objects as { bucketOf: a store of the kind s3, keyTemplate: projects/{project}/… } with a beginning of its own and no {subject}.",
  find: (policy) =>
    policy.stores.flatMap((store) => {
      const what = store.kind === "dynamodb-shared" ? faultOf(policy, store) : undefined;
      if (what === undefined) return [];
      const promises = promisesAbout(policy, store.categories);
      return [{ path: `stores.${store.id}.objects`, what, promises }];
    }),
};

function faultOf(policy: Policy, store: SharedStore): string | undefined {
  const { objects } = store;
  if (!objects) return undefined;
  const { bucketOf, keyTemplate } = objects;
  if (!/^[^{}…]+\/\{project\}\/…$/u.test(keyTemplate))
    return `${keyTemplate} is not a beginning, {project} between slashes, and an ellipsis.`;
  const bucket = policy.stores.find(({ id }) => id === bucketOf);
  if (bucket?.kind !== "s3" || bucket.sharesBucketOf !== undefined)
    return `It names ${bucketOf}, which has no bucket of its own.`;
  const taken = policy.stores
    .filter((other) => other.id !== store.id)
    .flatMap((other) => {
      if (other.kind === "s3" && (other.id === bucketOf || other.sharesBucketOf === bucketOf))
        return [{ id: other.id, prefix: prefixBeforeSubject(other) }];
      return other.kind === "dynamodb-shared" && other.objects?.bucketOf === bucketOf
        ? [{ id: other.id, prefix: prefixBeforeThing(other.objects) }]
        : [];
    });
  const ours = prefixBeforeThing(objects);
  const other = taken.find(({ prefix }) => prefix.startsWith(ours) || ours.startsWith(prefix));
  return (
    other && `Its files lie under "${ours}" and those of ${other.id} under "${other.prefix}", which overlap.`
  );
}
