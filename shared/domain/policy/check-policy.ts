import type { z } from "zod";
import type { CheckedAt, PolicyRule } from "./checks/rule.ts";
import { POLICY_RULES } from "./checks/rules.ts";
import { type Policy, PolicySchema } from "./policy.ts";

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
    return { problems: parsed.error.issues.map((issue) => shapeProblem(issue, declaration)) };
  const policy = parsed.data;
  return { policy, problems: POLICY_RULES.flatMap((rule) => problemsOf(rule, policy, at)) };
}

function problemsOf(rule: PolicyRule, policy: Policy, at: CheckedAt): readonly PolicyProblem[] {
  const { id, severity, why, source, remedy } = rule;
  return rule.find(policy, at).map((finding) => ({ rule: id, severity, why, source, remedy, ...finding }));
}

function shapeProblem(issue: z.core.$ZodIssue, declaration: unknown): PolicyProblem {
  const path = namedPath(issue.path, declaration);
  return {
    rule: "shape",
    severity: "error",
    path: path.text,
    what: `${issue.message}.`,
    why: "A key that nobody knows may be a promise that was mistyped; a value of another shape means nothing.",
    source: "shared/domain/policy/policy.ts",
    remedy: "Write it as the types of shared/domain/policy say; an editor shows them.",
    promises: path.promise === undefined ? [] : [path.promise],
  };
}

/** Addresses members of lists by their id, so that a path can be found in the file: `stores.photos.versioned`. */
function namedPath(
  path: readonly PropertyKey[],
  declaration: unknown,
): { readonly text: string; readonly promise?: string } {
  const names: string[] = [];
  let at: unknown = declaration;
  let promise: string | undefined;
  for (const key of path) {
    at = isObject(at) ? at[String(key)] : undefined;
    const name = Array.isArray(at) || typeof key !== "number" ? undefined : nameOf(at);
    if (names[0] === "promises" && names.length === 1 && name !== undefined) promise = name;
    names.push(name ?? String(key));
  }
  const text = names.join(".") || "(top)";
  return promise === undefined ? { text } : { text, promise };
}

function nameOf(member: unknown): string | undefined {
  if (!isObject(member)) return undefined;
  const name = [member.id, member.category, member.scope, member.record].find(
    (text) => typeof text === "string",
  );
  return typeof name === "string" ? name : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
