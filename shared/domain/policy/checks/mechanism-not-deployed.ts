import { MECHANISMS } from "../mechanism.ts";
import type { PolicyRule } from "./rule.ts";

export const mechanismNotDeployed: PolicyRule = {
  id: "mechanism-not-deployed",
  severity: "error",
  why: "A promise that names what is not deployed looks kept and is not.",
  source: "https://eur-lex.europa.eu/eli/reg/2016/679/oj Art. 5(2): accountability",
  remedy: 'Write status "not-yet" and say in missing what has to be there first.',
  find: (policy) =>
    policy.promises.flatMap(({ id, kept }) => {
      if (kept.status !== "bound") return [];
      return kept.keptBy.flatMap((by) => {
        const { missing } = MECHANISMS[by.mechanism];
        if (missing === undefined) return [];
        return [
          {
            path: `promises.${id}.kept`,
            what: `It is bound to "${by.mechanism}", which is not deployed: this version lacks ${missing}.`,
            promises: [id],
          },
        ];
      });
    }),
};
