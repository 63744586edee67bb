import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

const endsOnUnSaving = (saving: { readonly savedMeans?: string }): RuleExample["passes"] => ({
  ...minimalPolicy,
  retention: minimalPolicy.retention.map((rule) =>
    rule.category === "picture" ? { ...rule, earlierOn: ["un-saved", "account-ended"], ...saving } : rule,
  ),
});

export const example: RuleExample = {
  passes: endsOnUnSaving({ savedMeans: "The person presses Save" }),
  refused: endsOnUnSaving({}),
  path: "retention.picture.savedMeans",
  hurts: ["MI1"],
};
