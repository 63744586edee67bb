import { promisesAbout } from "./promises-hurt.ts";
import type { PolicyRule } from "./rule.ts";

export const processorOutsideAllowedPlaces: PolicyRule = {
  id: "processor-outside-allowed-places",
  severity: "error",
  why: "Abroad a person may have neither the rights they were promised nor a court to claim them in.",
  source: "GDPR Art. 44 and 46: transfers subject to appropriate safeguards",
  remedy:
    "Name in transferSafeguard what makes the transfer lawful, or choose places that service.places lists; a member state of the EU is written EU.",
  find: (policy) =>
    policy.processors.flatMap(({ id, name, places = [], transferSafeguard, receives }) => {
      const outside = places.filter((place) => !policy.service.places.includes(place));
      if (outside.length === 0 || transferSafeguard !== undefined) return [];
      const allowed = policy.service.places.join(", ");
      return [
        {
          path: `processors.${id}.places`,
          what: `${name} works in ${outside.join(", ")}, the service allows ${allowed}, and no safeguard for the transfer is named.`,
          promises: promisesAbout(policy, receives),
        },
      ];
    }),
};
