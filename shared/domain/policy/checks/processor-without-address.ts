import { promisesAbout } from "./promises-hurt.ts";
import type { PolicyRule } from "./rule.ts";

export const processorWithoutAddress: PolicyRule = {
  id: "processor-without-address",
  severity: "warning",
  why: "A third party that can be asked by letter alone is asked by hand, whenever somebody finds the time to write.",
  source: "GDPR Art. 19: recipients are told of an erasure",
  remedy:
    "Add askAt with the address that the vendor names for requests about privacy, in a domain that is its own: only what comes from there counts as its answer.",
  find: (policy) =>
    policy.processors
      .filter(({ deletion, askAt }) => deletion.includes("by-mail") && askAt === undefined)
      .map(({ id, name, receives }) => ({
        path: `processors.${id}.askAt`,
        what: `No address is on record at which ${name} is asked.`,
        promises: promisesAbout(policy, receives),
      })),
};
