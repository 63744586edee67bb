import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

const withPicturesHolding = (categories: string[]): RuleExample["passes"] => ({
  ...minimalPolicy,
  stores: minimalPolicy.stores.map((store) =>
    store.kind === "s3" ? { ...store, categories, items: { image: "users/{subject}/{image}" } } : store,
  ),
  erasure: [
    ...minimalPolicy.erasure,
    { scope: "image", graceHours: 0, categories: { picture: { effect: "erase" } } },
  ],
});

export const example: RuleExample = {
  passes: withPicturesHolding(["picture"]),
  refused: withPicturesHolding(["picture", "account"]),
  path: "stores.pictures.categories",
  hurts: ["MI1"],
};
