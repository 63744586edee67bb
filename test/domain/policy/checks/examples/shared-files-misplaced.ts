import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

const withFiles = (keyTemplate: string): RuleExample["passes"] => ({
  ...minimalPolicy,
  stores: [
    ...minimalPolicy.stores,
    {
      id: "projects",
      kind: "dynamodb-shared",
      partitionKey: { attribute: "project" },
      members: { attribute: "members", template: "SUBJECT#{subject}" },
      owner: { attribute: "owner" },
      rule: "goes-with-owner",
      objects: { bucketOf: "pictures", keyTemplate },
      categories: ["picture"],
    },
  ],
});

export const example: RuleExample = {
  passes: withFiles("projects/{project}/…"),
  refused: withFiles("users/projects/{project}/…"),
  path: "stores.projects.objects",
  hurts: ["MI1"],
};
