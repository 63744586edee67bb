import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

const pictureExpires = (
  ending: Partial<RuleExample["passes"]["retention"][number]>,
): RuleExample["passes"] => ({
  ...minimalPolicy,
  retention: minimalPolicy.retention.map((rule) =>
    rule.category === "picture" ? { ...rule, ...ending } : rule,
  ),
  erasure: minimalPolicy.erasure.map((scope) => ({
    ...scope,
    categories: { ...scope.categories, picture: { effect: "expire" } },
  })),
});

export const example: RuleExample = {
  passes: pictureExpires({ limit: { after: { days: 30 }, from: "created" } }),
  refused: pictureExpires({}),
  path: "erasure.account.categories.picture",
  hurts: ["MI1"],
};
