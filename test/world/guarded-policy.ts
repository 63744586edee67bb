import type { PolicyDeclaration } from "../../shared/domain/policy/policy.ts";
import { minimalPolicy } from "../domain/policy/minimal-policy.ts";

/** The smallest policy, with one promise for each guard of the client library. */
export const guardedPolicy = {
  ...minimalPolicy,
  stores: [
    {
      id: "pictures",
      kind: "s3",
      keyTemplate: "users/{subject}/…",
      versioned: false,
      categories: ["picture", "prompt", "usage-statistic"],
    },
    { id: "accounts", kind: "cognito", username: "{subject}", categories: ["account"] },
  ],
  categories: [
    ...minimalPolicy.categories,
    { id: "prompt", what: "A prompt", sensitive: false, purposes: ["service-delivery", "model-training"] },
    {
      id: "usage-statistic",
      what: "Use by country and month",
      sensitive: false,
      purposes: ["analytics"],
      anonymised: { smallestGroup: 3, columnsThatTogetherIdentify: ["country", "month"] },
    },
  ],
  retention: [
    ...minimalPolicy.retention,
    { category: "prompt", earlierOn: ["account-ended"], onEnd: "delete" },
    { category: "usage-statistic", earlierOn: ["account-ended"], onEnd: "delete" },
  ],
  erasure: [
    {
      scope: "account",
      graceHours: 0,
      categories: {
        picture: { effect: "erase" },
        account: { effect: "erase" },
        prompt: { effect: "erase" },
        "usage-statistic": { effect: "erase" },
      },
    },
  ],
  processors: minimalPolicy.processors.map((processor) => ({
    ...processor,
    receives: ["picture", "account", "prompt", "usage-statistic"],
  })),
  consents: [
    { purpose: "analytics", basis: "until-objection" },
    { purpose: "model-training", basis: "asked-first" },
  ],
  promises: [
    ...minimalPolicy.promises,
    {
      id: "MI2",
      kind: "right",
      says: "Analytics can be declined",
      kept: { status: "bound", keptBy: [{ mechanism: "consent-gate", purpose: "analytics" }] },
    },
    {
      id: "MI3",
      kind: "guard",
      says: "Nothing in statistics leads back to a person",
      kept: {
        status: "bound",
        keptBy: [{ mechanism: "re-identification-test", category: "usage-statistic" }],
      },
    },
    {
      id: "MI4",
      kind: "guard",
      says: "Identifiers are removed before training",
      kept: {
        status: "bound",
        keptBy: [
          { mechanism: "identifier-removal", category: "prompt", purpose: "model-training" },
          { mechanism: "consent-gate", purpose: "model-training" },
        ],
      },
    },
  ],
} satisfies PolicyDeclaration;
