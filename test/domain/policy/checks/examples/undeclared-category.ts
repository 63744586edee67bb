import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

const picture = (derivedFrom: string) =>
  minimalPolicy.categories.map((category) =>
    category.id === "picture" ? { ...category, derivedFrom } : category,
  );

export const example: RuleExample = {
  passes: { ...minimalPolicy, categories: picture("account") },
  refused: { ...minimalPolicy, categories: picture("acount") },
  path: "categories.picture.derivedFrom",
  hurts: ["MI1"],
};
