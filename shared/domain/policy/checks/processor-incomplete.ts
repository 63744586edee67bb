import type { Processor } from "../processor.ts";
import { promisesAbout } from "./promises-hurt.ts";
import type { PolicyRule } from "./rule.ts";

export const processorIncomplete: PolicyRule = {
  id: "processor-incomplete",
  severity: "error",
  why: "A person who asks who has their data, where, what for and until when would get no answer.",
  source: "GDPR Art. 28(3): subject, duration, nature and purpose of the processing are laid down",
  remedy: "Add what is missing as the vendor's own pages state it; a place is an ISO 3166-1 code or EU.",
  find: (policy) =>
    policy.processors.flatMap((processor) => {
      const missing = missingFrom(processor);
      if (missing.length === 0) return [];
      return [
        {
          path: `processors.${processor.id}`,
          what: `It does not state ${missing.join(", ")}.`,
          promises: promisesAbout(policy, processor.receives),
        },
      ];
    }),
};

function missingFrom({ retention, purpose, places, training, policyUrl }: Processor): readonly string[] {
  const stated = { retention, purpose, places: places?.length ? places : undefined, training, policyUrl };
  return Object.entries(stated)
    .filter(([, value]) => value === undefined)
    .map(([name]) => name);
}
