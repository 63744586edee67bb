import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

/** A picture that goes within a day, and a cache that lets go of it within an hour. */
const withMargin = (marginMinutes: number): RuleExample["passes"] => ({
  ...minimalPolicy,
  stores: minimalPolicy.stores.map((store) =>
    store.kind === "s3" ? { ...store, cachedBy: { processor: "cdn", longestHours: 1 } } : store,
  ),
  processors: minimalPolicy.processors.flatMap((hosting) => [
    hosting,
    { ...hosting, id: "cdn", name: "CDN", role: "cdn", receives: ["picture"] },
  ]),
  retention: minimalPolicy.retention.map((rule) =>
    rule.category === "picture"
      ? { ...rule, limit: { after: { hours: 24 }, from: "created" }, marginMinutes }
      : rule,
  ),
  promises: [
    ...minimalPolicy.promises,
    {
      id: "MI2",
      kind: "expiry",
      says: "A picture goes within a day",
      covers: ["picture"],
      within: { hours: 24 },
      kept: { status: "bound", keptBy: [{ mechanism: "clock", category: "picture" }] },
    },
  ],
});

export const example: RuleExample = {
  passes: withMargin(80),
  refused: withMargin(79),
  path: "retention.picture.marginMinutes",
  hurts: ["MI2"],
};
