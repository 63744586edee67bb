import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

const withRule = (said: { readonly publishedException?: string }): RuleExample["passes"] => ({
  ...minimalPolicy,
  stores: [
    ...minimalPolicy.stores,
    {
      id: "projects",
      kind: "dynamodb-shared",
      partitionKey: { attribute: "project" },
      members: { attribute: "members", template: "SUBJECT#{subject}" },
      owner: { attribute: "owner" },
      rule: "stays-while-others-remain",
      ...said,
      categories: ["picture"],
    },
  ],
});

export const example: RuleExample = {
  passes: withRule({ publishedException: "MI1" }),
  refused: withRule({}),
  path: "stores.projects.publishedException",
  hurts: ["MI1"],
};
