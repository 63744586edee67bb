import { promisesAbout } from "./promises-hurt.ts";
import type { PolicyRule } from "./rule.ts";

export const attestationReviewDue: PolicyRule = {
  id: "attestation-review-due",
  severity: "warning",
  why: "What people keep and nobody looks at again may have stopped being kept long ago.",
  source: "GDPR Art. 24(1): measures are reviewed and updated where necessary",
  remedy: "Read the document again, then write its new date and the next reviewOn.",
  find: (policy, { today }) => {
    if (today === undefined) return [];
    const attested = policy.promises.flatMap(({ id, kept }) =>
      kept.status === "attested" ? [{ path: `promises.${id}.kept`, promises: [id], ...kept }] : [],
    );
    const contracts = policy.processors.flatMap(({ id, contract, receives }) =>
      contract
        ? [
            {
              path: `processors.${id}.contract`,
              promises: promisesAbout(policy, receives),
              ...contract,
            },
          ]
        : [],
    );
    return [...attested, ...contracts]
      .filter(({ reviewOn }) => reviewOn <= today)
      .map(({ path, promises, document, owner, reviewOn }) => ({
        path: `${path}.reviewOn`,
        what: `The review of "${document}" by ${owner} was due on ${reviewOn}; today is ${today}.`,
        promises,
      }));
  },
};
