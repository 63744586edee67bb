import type { Policy } from "../../shared/domain/policy/policy.ts";

/** The tag of an IAM principal that says what it uses personal data for: one of the purposes of a policy. */
export const PURPOSE_TAG = "lethe:purpose";

/** What the roles of Lethe that open stores carry. No policy can name it, so no reader of a service has it. */
export const ERASURE_PURPOSE = "erasure";

/**
 * What the roles carry that delete what is due: S3 asks for the right to read an object of whoever deletes it only if it
 * is still the one that is meant. They read none, and what is sensitive they could not: they may not use its key.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-delete-enforce.html
 */
export const EXPIRY_PURPOSE = "expiry";

/** What the role carries by which AWS Backup copies a store that the policy has in a vault, and reads it whole. */
export const BACKUP_PURPOSE = "backup";

const PRINCIPAL_PURPOSE = `aws:PrincipalTag/${PURPOSE_TAG}`;

/** Returns what some categories may be used for, each purpose once. */
export function purposesOf(policy: Policy, categories: readonly string[]): readonly string[] {
  const named = policy.categories.filter(({ id }) => categories.includes(id));
  return [...new Set(named.flatMap(({ purposes }) => purposes))].sort();
}

/**
 * Returns the condition that whoever asks carries none of these purposes. It also holds for those without any tag: an
 * operator that negates is true if its key is absent.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function carriesNoneOf(purposes: readonly string[]) {
  return { StringNotEquals: { [PRINCIPAL_PURPOSE]: [...purposes] } };
}

/** Returns the condition that whoever asks carries one of these purposes. */
export function carriesOneOf(purposes: readonly string[]) {
  return { StringEquals: { [PRINCIPAL_PURPOSE]: [...purposes] } };
}
