import { subjectIdOf } from "../erasure/subject-id.ts";
import type { Policy } from "../policy/policy.ts";
import type { S3Store } from "../policy/store.ts";
import { clockRuleOf, clockStores } from "./clock-rules.ts";

/** Nobody: the owner of the things that are only there to see whether they go. */
export const CANARY_SUBJECT = subjectIdOf("lethe-canary");

/** Returns the bucket store in which canaries live: the first whose objects have a limit; undefined if there is none. */
export function canaryStore(policy: Policy): S3Store | undefined {
  return clockStores(policy).find(
    (store): store is S3Store => store.kind === "s3" && clockRuleOf(policy, store).limit?.from === "created",
  );
}

/** Returns the key of the canary that is put at a moment. */
export function canaryKey({ keyTemplate }: S3Store, at: Date): string {
  return keyTemplate
    .replace("{subject}", CANARY_SUBJECT)
    .replaceAll(/\{[a-z]+\}/gu, "canary")
    .replace("…", `${at.toISOString()}.txt`);
}
