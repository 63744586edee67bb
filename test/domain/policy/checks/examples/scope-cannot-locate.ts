import type { PolicyDeclaration } from "../../../../../shared/domain/policy/policy.ts";
import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

const erasingImages = (items: { readonly image?: string }): PolicyDeclaration => ({
  ...minimalPolicy,
  stores: minimalPolicy.stores.map((store) => (store.kind === "s3" ? { ...store, items } : store)),
  erasure: [
    ...minimalPolicy.erasure,
    { scope: "image", graceHours: 0, categories: { picture: { effect: "erase" } } },
  ],
});

export const example: RuleExample = {
  passes: erasingImages({ image: "users/{subject}/{image}" }),
  refused: erasingImages({}),
  path: "stores.pictures.items.image",
  hurts: ["MI1"],
};
