import type { Policy } from "../policy.ts";
import { brokenPromises } from "./diff-broken.ts";
import type { PolicyChange } from "./diff-change.ts";
import { disclosedDifferently } from "./diff-disclosed.ts";
import { heldDifferently } from "./diff-held.ts";
import { type NoticesDue, noticesDue } from "./diff-notices.ts";

/** What changes for people when one policy takes the place of another, and what has to come first. */
export interface PolicyDiff extends NoticesDue {
  readonly changes: readonly PolicyChange[];
  /** How bad the worst of it is: a promise is broken, people come first, or nobody has to be told. */
  readonly severity: "broken" | "notice-first" | "none";
}

/**
 * Compares two policies by what they mean for people. Notices are those that the old one promised, since that is what
 * people were told.
 *
 * @param today from when notice could be given: `2026-11-24`.
 */
export function diffPolicies(old: Policy, next: Policy, today: string): PolicyDiff {
  const changes = [
    ...heldDifferently(old, next),
    ...brokenPromises(old, next),
    ...disclosedDifferently(old, next),
  ];
  const due = noticesDue(old, changes, today);
  return { changes, ...due, severity: severityOf(changes, due) };
}

function severityOf(changes: readonly PolicyChange[], due: NoticesDue): PolicyDiff["severity"] {
  if (changes.some(({ kind }) => kind === "broken")) return "broken";
  return due.notices.length + due.undeclared.length > 0 ? "notice-first" : "none";
}
