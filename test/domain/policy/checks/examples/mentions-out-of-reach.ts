import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

const withMentions = (attribute: string): RuleExample["passes"] => ({
  ...minimalPolicy,
  stores: [
    ...minimalPolicy.stores,
    {
      id: "comments",
      kind: "dynamodb",
      partitionKey: { attribute: "author", template: "SUBJECT#{subject}" },
      sortKey: { attribute: "comment" },
      categories: ["picture"],
    },
    {
      id: "answers",
      kind: "dynamodb-mentions",
      tableOf: "comments",
      partitionKey: { attribute: "author" },
      sortKey: { attribute: "comment" },
      attribute,
      template: "SUBJECT#{subject}",
      effect: "remove-attribute",
      categories: ["picture"],
    },
  ],
});

export const example: RuleExample = {
  passes: withMentions("repliedTo"),
  refused: withMentions("comment"),
  path: "stores.answers.tableOf",
  hurts: ["MI1"],
};
