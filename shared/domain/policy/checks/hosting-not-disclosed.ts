import { promisesAbout } from "./promises-hurt.ts";
import type { PolicyRule } from "./rule.ts";

export const hostingNotDisclosed: PolicyRule = {
  id: "hosting-not-disclosed",
  severity: "error",
  why: "The owner of the machines holds everything, and nobody whose data it is would be told.",
  source: "GDPR Art. 13(1)(e): recipients of the personal data",
  remedy: "Declare AWS as a processor with role hosting that receives every category that a store holds.",
  find: (policy) => {
    const held = new Set(policy.stores.flatMap(({ categories }) => categories));
    const stored = policy.categories.map(({ id }) => id).filter((id) => held.has(id));
    const hosts = policy.processors
      .filter(({ role }) => role === "hosting")
      .map(({ id, receives }) => ({ id, missing: stored.filter((category) => !receives.includes(category)) }))
      .toSorted((a, b) => a.missing.length - b.missing.length);
    const [host] = hosts;
    if (host?.missing.length === 0) return [];
    const undisclosed = (host?.missing ?? stored).join(", ");
    return [
      {
        path: host ? `processors.${host.id}.receives` : "processors",
        what: host
          ? `Stores hold ${undisclosed}, which ${host.id} is not said to receive.`
          : `Stores hold ${undisclosed}, and no processor has the role hosting.`,
        promises: promisesAbout(policy, host?.missing ?? stored),
      },
    ];
  },
};
