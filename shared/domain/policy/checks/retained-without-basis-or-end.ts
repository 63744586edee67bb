import { promisesAbout } from "./promises-hurt.ts";
import type { PolicyRule } from "./rule.ts";

export const retainedWithoutBasisOrEnd: PolicyRule = {
  id: "retained-without-basis-or-end",
  severity: "error",
  why: "A person who asked for erasure could be told neither why something of theirs stays nor until when.",
  source: "GDPR Art. 17(3): the grounds on which data may stay",
  remedy: "Give the effect retain both a legalBasis and retentionDays, or write erase.",
  find: (policy) =>
    policy.erasure.flatMap(({ scope, categories }) =>
      Object.entries(categories).flatMap(([category, effect]) => {
        if (effect.effect !== "retain") return [];
        const missing = [
          ...(effect.legalBasis === undefined ? ["legalBasis"] : []),
          ...(effect.retentionDays === undefined ? ["retentionDays"] : []),
        ];
        if (missing.length === 0) return [];
        return [
          {
            path: `erasure.${scope}.categories.${category}`,
            what: `An erasure of scope ${scope} retains ${category} without ${missing.join(" and ")}.`,
            promises: promisesAbout(policy, [category]),
          },
        ];
      }),
    ),
};
