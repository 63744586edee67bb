import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

/** A payment service alone has the card; we never store it. */
const withCard = {
  ...minimalPolicy,
  categories: [
    ...minimalPolicy.categories,
    { id: "card", what: "A payment card", sensitive: false, purposes: ["billing" as const] },
  ],
  retention: [
    ...minimalPolicy.retention,
    { category: "card", earlierOn: ["account-ended" as const], onEnd: "delete" as const },
  ],
  erasure: minimalPolicy.erasure.map((scope) => ({
    ...scope,
    categories: { ...scope.categories, card: { effect: "erase" as const } },
  })),
};

export const example: RuleExample = {
  passes: {
    ...withCard,
    processors: minimalPolicy.processors.flatMap((hosting) => [
      hosting,
      { ...hosting, id: "cards", role: "payment", deletion: ["by-mail"], receives: ["card"] },
    ]),
  },
  refused: withCard,
  path: "categories.card",
  hurts: [],
};
