import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

export const example: RuleExample = {
  passes: minimalPolicy,
  refused: { ...minimalPolicy, stores: [...minimalPolicy.stores, ...minimalPolicy.stores.slice(0, 1)] },
  path: "stores.pictures",
  hurts: ["MI1"],
};
