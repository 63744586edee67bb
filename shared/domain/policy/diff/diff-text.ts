import type { ChangeKind, PolicyChange } from "./diff-change.ts";
import type { NoticeDue } from "./diff-notices.ts";
import type { PolicyDiff } from "./diff-policies.ts";

const HEADINGS: readonly (readonly [ChangeKind, string])[] = [
  ["broken", "Broken: a promise would no longer hold"],
  ["disclosed", "Newly disclosed or used"],
  ["kept-longer", "Kept longer"],
  ["freed", "Freed: gone sooner, or not held any more"],
  ["withdrawn", "No longer disclosed or used"],
];

/** Returns a comparison for a person: the worst first, and at the end what has to come before the change. */
export function diffText({ changes, notices, undeclared }: PolicyDiff): string {
  if (changes.length === 0) return "Nothing changes for people.";
  const parts = HEADINGS.flatMap(([kind, heading]) => {
    const lines = changes.filter((change) => change.kind === kind).map(changeText);
    return lines.length === 0 ? [] : [[heading, ...lines].join("\n")];
  });
  const due = [
    ...notices.map(noticeText),
    ...undeclared.map(
      (path) => `  ${path}: the old policy names no notice for this; decide how people are told`,
    ),
  ];
  const before =
    due.length === 0 ? "Nobody has to be told first." : ["Before it may take effect", ...due].join("\n");
  return [...parts, before].join("\n\n");
}

function changeText({ path, what, promises }: PolicyChange): string {
  const touched = promises.length === 0 ? "" : ` [${promises.join(", ")}]`;
  return `  ${path}: ${what}${touched}`;
}

function noticeText({
  change,
  promise,
  channels,
  daysBefore,
  earliestOn,
  needsConsent,
  about,
}: NoticeDue): string {
  const when =
    daysBefore === 0
      ? "when it happens"
      : `${daysBefore} days ahead, so not before ${earliestOn} if told today`;
  const consent = needsConsent ? ", and consent of each person before it applies to them" : "";
  return `  ${promise}: notice of a ${change} change by ${channels.join(" or ")}, ${when}${consent} (${about.join(", ")})`;
}
