import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

const besidePictures = (keyTemplate: string): RuleExample["passes"] => ({
  ...minimalPolicy,
  stores: [
    ...minimalPolicy.stores,
    {
      id: "previews",
      kind: "s3",
      keyTemplate,
      versioned: false,
      sharesBucketOf: "pictures",
      categories: ["picture"],
    },
  ],
});

export const example: RuleExample = {
  passes: besidePictures("previews/{subject}/…"),
  refused: besidePictures("users/previews/{subject}/…"),
  path: "stores.previews.keyTemplate",
  hurts: ["MI1"],
};
