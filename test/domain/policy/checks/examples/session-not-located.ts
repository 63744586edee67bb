import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

const endingWithSession = (items: Readonly<Record<string, string>> | undefined): RuleExample["passes"] => ({
  ...minimalPolicy,
  stores: minimalPolicy.stores.map((store) =>
    store.kind === "s3" ? { ...store, ...(items ? { items } : {}) } : store,
  ),
  retention: minimalPolicy.retention.map((rule) =>
    rule.category === "picture" ? { ...rule, earlierOn: ["session-ended", "account-ended"] } : rule,
  ),
});

export const example: RuleExample = {
  passes: endingWithSession({ session: "users/{subject}/sessions/{session}/…" }),
  refused: endingWithSession(undefined),
  path: "stores.pictures.items.session",
  hurts: ["MI1"],
};
