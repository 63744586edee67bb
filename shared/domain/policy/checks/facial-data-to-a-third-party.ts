import { promisesAbout } from "./promises-hurt.ts";
import type { PolicyRule } from "./rule.ts";

export const facialDataToAThirdParty: PolicyRule = {
  id: "facial-data-to-a-third-party",
  severity: "error",
  why: "A face cannot be changed once somebody else can recognise it.",
  source: "GDPR Art. 9(1): biometric data",
  remedy:
    "Take the facial categories out of receives and work on them inside the service; only a processor with role hosting may hold them.",
  find: (policy) => {
    const facial = new Set(policy.categories.filter((category) => category.facial).map(({ id }) => id));
    return policy.processors
      .filter(({ role }) => role !== "hosting")
      .flatMap(({ id, name, role, receives }) => {
        const faces = receives.filter((category) => facial.has(category));
        if (faces.length === 0) return [];
        return [
          {
            path: `processors.${id}.receives`,
            what: `${name}, whose role is ${role}, gets ${faces.join(", ")}, taken from a face.`,
            promises: promisesAbout(policy, faces),
          },
        ];
      });
  },
};
