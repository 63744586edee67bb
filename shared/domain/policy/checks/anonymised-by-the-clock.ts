import { clockStores } from "../../retention/clock-rules.ts";
import { promisesAbout } from "./promises-hurt.ts";
import type { PolicyRule } from "./rule.ts";

export const anonymisedByTheClock: PolicyRule = {
  id: "anonymised-by-the-clock",
  severity: "error",
  why: "The clock deletes; where a text promises anonymised data the service would lose it, or keep it as it is.",
  source: "GDPR Recital 26: anonymous information; Art. 5(1)(e): storage limitation",
  remedy:
    "Write onEnd delete, and let the service store what it wants to keep in another category, anonymised when it is written (the client's removeIdentifiers).",
  find: (policy) => {
    const onTheClock = new Set(clockStores(policy).flatMap(({ categories }) => categories));
    return policy.retention
      .filter(({ category, onEnd }) => onEnd === "anonymise" && onTheClock.has(category))
      .map(({ category }) => ({
        path: `retention.${category}.onEnd`,
        what: `At its end ${category} is to be anonymised where it is, and the clock only deletes.`,
        promises: promisesAbout(policy, [category]),
      }));
  },
};
