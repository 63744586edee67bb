import type { Policy } from "../policy.ts";

/** What a rule found at one place of a policy. */
export interface Finding {
  /** Where: `stores.photos.versioned`; lists are addressed by the id of their member. */
  readonly path: string;
  /** What is so, in one sentence. */
  readonly what: string;
  /** Ids of the promises it hurts. */
  readonly promises: readonly string[];
}

/** What a rule may know besides the policy. */
export interface CheckedAt {
  /** The day, `2026-11-24`; absent where the answer must not depend on it, as in a digest. */
  readonly today?: string;
}

/** One thing that must be so in every policy. Each stands in a file of its own, named by its id. */
export interface PolicyRule {
  readonly id: string;
  /** An error refuses the policy; a warning does with `--strict`. */
  readonly severity: "error" | "warning";
  /** Why it must be so: what would go wrong. */
  readonly why: string;
  /** A law with its article, or the page that says how AWS behaves. */
  readonly source: string;
  /** What to write instead. */
  readonly remedy: string;
  find(policy: Policy, at: CheckedAt): readonly Finding[];
}
