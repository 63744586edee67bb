import { repeated } from "../repeated.ts";
import type { PolicyRule } from "./rule.ts";

export const promiseIdTwice: PolicyRule = {
  id: "promise-id-twice",
  severity: "error",
  why: "A report on one promise would be read as a report on the other, and a broken one would look kept.",
  source: "GDPR Art. 5(2): accountability",
  remedy: "Give each promise an id of its own, such as DP5a and DP5b.",
  find: (policy) =>
    repeated(policy.promises.map(({ id }) => id)).map((id) => ({
      path: `promises.${id}`,
      what: `The id ${id} stands for more than one promise.`,
      promises: [id],
    })),
};
