import type { CheckedAt, PolicyRule } from "./checks/rule.ts";
import { POLICY_RULES } from "./checks/rules.ts";
import { type Policy, PolicySchema } from "./policy.ts";
import { shapeProblem } from "./shape-problem.ts";

/** Something in a policy that is refused, or that people should know. */
export interface PolicyProblem {
  /** Id of the rule; `shape` if the document is not a policy yet. */
  readonly rule: string;
  readonly severity: PolicyRule["severity"];
  readonly path: string;
  readonly what: string;
  readonly why: string;
  readonly source: string;
  readonly remedy: string;
  /** Ids of the promises it hurts. */
  readonly promises: readonly string[];
}

/** What checking came to; the policy is there as soon as its shape is right. */
export interface PolicyCheck {
  readonly policy?: Policy;
  readonly problems: readonly PolicyProblem[];
}

/** Returns everything that is wrong with what is said to be a policy, whatever it is. */
export function checkPolicy(declaration: unknown, at: CheckedAt = {}): PolicyCheck {
  const parsed = PolicySchema.safeParse(declaration);
  if (!parsed.success)
    return {
      problems: parsed.error.issues.map((issue) => ({
        ...WRONG_SHAPE,
        ...shapeProblem(issue, declaration, PolicySchema),
      })),
    };
  const policy = parsed.data;
  return { policy, problems: POLICY_RULES.flatMap((rule) => problemsOf(rule, policy, at)) };
}

const WRONG_SHAPE = {
  rule: "shape",
  severity: "error",
  why: "A key that nobody knows may be a promise that was mistyped; a value of another shape means nothing.",
  source: "shared/domain/policy/policy.ts",
} as const;

function problemsOf(rule: PolicyRule, policy: Policy, at: CheckedAt): readonly PolicyProblem[] {
  const { id, severity, why, source, remedy } = rule;
  return rule.find(policy, at).map((finding) => ({ rule: id, severity, why, source, remedy, ...finding }));
}
