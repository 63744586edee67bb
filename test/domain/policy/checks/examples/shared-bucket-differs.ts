import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

const besidePictures = (versioned: boolean): RuleExample["passes"] => ({
  ...minimalPolicy,
  stores: [
    ...minimalPolicy.stores,
    {
      id: "previews",
      kind: "s3",
      keyTemplate: "previews/{subject}/…",
      versioned,
      sharesBucketOf: "pictures",
      categories: ["picture"],
    },
  ],
});

export const example: RuleExample = {
  passes: besidePictures(false),
  refused: besidePictures(true),
  path: "stores.previews.sharesBucketOf",
  hurts: ["MI1"],
};
