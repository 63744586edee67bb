import type { Asked } from "../../../../../shared/domain/mail/intent.ts";

/** What each label of a message means; `?` is any doubt. */
export const LABELS: Readonly<Record<string, Asked>> = {
  account: { what: "right", right: "erasure", scope: "account" },
  "facial-data": { what: "right", right: "erasure", scope: "facial-data" },
  project: { what: "right", right: "erasure", scope: "project" },
  processors: { what: "right", right: "erasure", scope: "processors" },
  access: { what: "right", right: "access" },
  portability: { what: "right", right: "portability" },
  correction: { what: "right", right: "correction" },
  restriction: { what: "right", right: "restriction" },
  objection: { what: "right", right: "objection" },
  nomination: { what: "right", right: "nomination" },
  grievance: { what: "right", right: "grievance" },
  training: { what: "opt-out", of: "training" },
  marketing: { what: "opt-out", of: "marketing" },
  sale: { what: "opt-out", of: "sale" },
  consent: { what: "withdrawal-of-consent" },
  request: { what: "withdrawal-of-request" },
  minor: { what: "report-of-minor" },
};

/** Returns the messages of a file: each with its label, and what is written. */
export function messagesOf(file: string): readonly { readonly label: string; readonly text: string }[] {
  return file
    .split("\n")
    .filter((line) => line.includes(": "))
    .map((line) => ({ label: line.slice(0, line.indexOf(": ")), text: line.slice(line.indexOf(": ") + 2) }));
}
