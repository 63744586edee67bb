import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

type Effect = RuleExample["passes"]["erasure"][number]["categories"][string];

/** Reports of minors are preserved, and a promise names that. */
const preserving = (picture: Effect): RuleExample["passes"] => ({
  ...minimalPolicy,
  erasure: [
    ...minimalPolicy.erasure,
    { scope: "preserve-and-report", graceHours: 0, categories: { picture } },
  ],
  promises: [
    ...minimalPolicy.promises,
    {
      id: "MI2",
      kind: "erasure",
      says: "What may be evidence is kept for the authority",
      kept: { status: "bound", keptBy: [{ mechanism: "erasure", scope: "preserve-and-report" }] },
    },
  ],
});

export const example: RuleExample = {
  passes: preserving({ effect: "retain", legalBasis: "18 U.S.C. 2258A(h)(1)", retentionDays: 365 }),
  refused: preserving({ effect: "erase" }),
  path: "erasure.preserve-and-report.categories.picture",
  hurts: ["MI2"],
};
