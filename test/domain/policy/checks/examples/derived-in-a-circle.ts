import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

const derived = (origins: Readonly<Record<string, string>>) =>
  minimalPolicy.categories.map((category) => {
    const derivedFrom = origins[category.id];
    return derivedFrom === undefined ? category : { ...category, derivedFrom };
  });

export const example: RuleExample = {
  passes: { ...minimalPolicy, categories: derived({ picture: "account" }) },
  refused: { ...minimalPolicy, categories: derived({ picture: "account", account: "picture" }) },
  path: "categories.picture.derivedFrom",
  hurts: ["MI1"],
};
