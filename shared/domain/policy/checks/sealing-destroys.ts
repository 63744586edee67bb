import { promisesOfScope } from "../kept-by.ts";
import { SEALING } from "../sealed-stores.ts";
import type { PolicyRule } from "./rule.ts";

export const sealingDestroys: PolicyRule = {
  id: "sealing-destroys",
  severity: "error",
  why: "What may be evidence of a crime against a child would be expected to go, while a seal deletes nothing.",
  source: "18 U.S.C. 2258A(h): preservation; GDPR Art. 17(3)(b) and (e)",
  remedy: "Write retain with its legal basis and end, or leave the category out: then it is not sealed.",
  find: (policy) =>
    policy.erasure
      .filter(({ scope }) => scope === SEALING)
      .flatMap(({ categories }) =>
        Object.entries(categories).flatMap(([category, { effect }]) =>
          effect === "retain"
            ? []
            : [
                {
                  path: `erasure.${SEALING}.categories.${category}`,
                  what: `The scope ${SEALING} says "${effect}" of ${category}, and it only retains.`,
                  promises: promisesOfScope(policy, SEALING),
                },
              ],
        ),
      ),
};
