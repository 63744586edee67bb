import { promisesAbout } from "./promises-hurt.ts";
import type { PolicyRule } from "./rule.ts";

export const sharedStaysUnpublished: PolicyRule = {
  id: "shared-stays-unpublished",
  severity: "error",
  why: "A person who deletes their account and is not told would believe that what they share is gone too.",
  source: "GDPR Art. 13(2)(a) and 17(1)",
  remedy: "Write as publishedException the id of the promise that says so, or the rule goes-with-owner.",
  find: (policy) => {
    const declared = new Set(policy.promises.map(({ id }) => id));
    return policy.stores.flatMap((store) => {
      if (store.kind !== "dynamodb-shared" || store.rule !== "stays-while-others-remain") return [];
      const { id, publishedException } = store;
      if (publishedException !== undefined && declared.has(publishedException)) return [];
      const said =
        publishedException === undefined
          ? "nothing published"
          : `${publishedException}, which is no promise of this policy,`;
      const what = `What is shared in ${id} stays for the others, and ${said} says so.`;
      return [
        { path: `stores.${id}.publishedException`, what, promises: promisesAbout(policy, store.categories) },
      ];
    });
  },
};
