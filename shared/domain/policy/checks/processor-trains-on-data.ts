import { promisesThatForbid } from "../promises-that-forbid.ts";
import type { PolicyRule } from "./rule.ts";

export const processorTrainsOnData: PolicyRule = {
  id: "processor-trains-on-data",
  severity: "error",
  why: "What a model has learned from a person's data cannot be taken out of it again.",
  source: "GDPR Art. 5(1)(b): purpose limitation",
  remedy:
    'Opt out of training with the processor and write trains: "no" with the sentence that says so, or do not send it the category.',
  find: (policy) =>
    policy.processors.flatMap(({ id, name, training, receives }) => {
      if (training === undefined || training.trains === "no") return [];
      const promises = promisesThatForbid(policy, receives, ["model-training"]);
      if (promises.length === 0) return [];
      const covered = receives.filter(
        (category) => promisesThatForbid(policy, [category], ["model-training"]).length > 0,
      );
      return [
        {
          path: `processors.${id}.training`,
          what: `${name} ${training.trains === "yes" ? "trains" : "may train"} on what it gets, and it gets ${covered.join(", ")}, for which ${promises.join(", ")} rules training out.`,
          promises,
        },
      ];
    }),
};
