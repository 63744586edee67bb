import type { PolicyPromise } from "../promise.ts";
import type { PolicyRule } from "./rule.ts";

export const promiseNotKept: PolicyRule = {
  id: "promise-not-kept",
  severity: "warning",
  why: "People rely on a published sentence, whether or not anything keeps it.",
  source: "GDPR Art. 5(1)(a): fairness and transparency",
  remedy: "Bind it to what keeps it once that is there, or change the published text.",
  find: (policy) =>
    policy.promises.flatMap(({ id, kept }) => {
      const what = shortcoming(kept);
      return what === undefined ? [] : [{ path: `promises.${id}.kept`, what, promises: [id] }];
    }),
};

function shortcoming(kept: PolicyPromise["kept"]): string | undefined {
  switch (kept.status) {
    case "not-yet":
      return `It is not kept yet; what is missing: ${kept.missing}.`;
    case "text-conflict":
      return `The published text cannot be kept as it stands: ${kept.conflict}; the stricter reading governs: ${kept.stricter}.`;
    case "bound":
    case "attested":
    case "not-applicable":
      return undefined;
  }
}
