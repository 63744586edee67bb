import type { ErasureScope } from "../erasure-scope.ts";
import { promisesOfScope } from "../kept-by.ts";
import { promisesAbout } from "./promises-hurt.ts";
import type { PolicyRule } from "./rule.ts";

/** Scopes that concern children: nobody gets time to change their mind. */
const SCOPES_WITHOUT_GRACE: ReadonlySet<string> = new Set(["minor", "preserve-and-report"]);

export const graceForFacialDataOrMinors: PolicyRule = {
  id: "grace-for-facial-data-or-minors",
  severity: "error",
  why: "Data of a face or of a child would stay for as long as the grace lasts, although nothing justifies it.",
  source: "GDPR Art. 17(1): without undue delay; Art. 9(1): biometric data; Art. 8(1): children",
  remedy: "Write graceHours: 0 for this scope.",
  find: (policy) => {
    const facial = new Set(policy.categories.filter((category) => category.facial).map(({ id }) => id));
    return policy.erasure.flatMap((scope) => {
      const erased = erasedBy(scope).filter((id) => facial.has(id));
      const concernsChildren = SCOPES_WITHOUT_GRACE.has(scope.scope);
      if (scope.graceHours === 0 || (!concernsChildren && erased.length === 0)) return [];
      const reason = concernsChildren ? "concerns a child" : `erases facial data (${erased.join(", ")})`;
      const named = [...promisesOfScope(policy, scope.scope), ...promisesAbout(policy, erased)];
      return [
        {
          path: `erasure.${scope.scope}.graceHours`,
          what: `The scope ${scope.scope} ${reason} and waits ${scope.graceHours} hours.`,
          promises: [...new Set(named)],
        },
      ];
    });
  },
};

function erasedBy({ categories }: ErasureScope): readonly string[] {
  return Object.entries(categories).flatMap(([id, { effect }]) =>
    effect === "erase" || effect === "anonymise" ? [id] : [],
  );
}
