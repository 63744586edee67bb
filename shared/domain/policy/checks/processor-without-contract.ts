import { promisesAbout } from "./promises-hurt.ts";
import type { PolicyRule } from "./rule.ts";

export const processorWithoutContract: PolicyRule = {
  id: "processor-without-contract",
  severity: "warning",
  why: "A third party that is bound by nothing may do with a person's data what it likes.",
  source: "GDPR Art. 28(3): processing is governed by a contract",
  remedy: "Add contract with the document's reference, its owner, its date and the day it is reviewed on.",
  find: (policy) =>
    policy.processors
      .filter(({ contract }) => contract === undefined)
      .map(({ id, name, receives }) => ({
        path: `processors.${id}.contract`,
        what: `No contract with ${name} is on record.`,
        promises: promisesAbout(policy, receives),
      })),
};
