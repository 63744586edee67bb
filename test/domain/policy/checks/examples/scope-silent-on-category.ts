import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

const minorErasing = (
  categories: RuleExample["passes"]["erasure"][number]["categories"],
): RuleExample["passes"] => ({
  ...minimalPolicy,
  erasure: [...minimalPolicy.erasure, { scope: "minor", graceHours: 0, categories }],
});

export const example: RuleExample = {
  passes: minorErasing({ picture: { effect: "erase" }, account: { effect: "erase" } }),
  refused: minorErasing({ picture: { effect: "erase" } }),
  path: "erasure.minor.categories.account",
  hurts: ["MI1"],
};
