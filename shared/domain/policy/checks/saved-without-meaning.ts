import type { RetentionRule } from "../retention-rule.ts";
import { promisesAbout } from "./promises-hurt.ts";
import type { PolicyRule } from "./rule.ts";

export const savedWithoutMeaning: PolicyRule = {
  id: "saved-without-meaning",
  severity: "error",
  why: "A person who takes back that a thing is saved expects it to go, and nobody knows what saving was.",
  source: "GDPR Art. 7(3): withdrawing consent",
  remedy: "Write both or neither: savedMeans with what a person does to save, and un-saved in earlierOn.",
  find: (policy) =>
    policy.retention.flatMap((rule) => {
      const fault = faultOf(rule);
      if (fault === undefined) return [];
      const path = `retention.${rule.category}.${fault.missing}`;
      return [{ path, what: fault.what, promises: promisesAbout(policy, [rule.category]) }];
    }),
};

interface Fault {
  readonly missing: "savedMeans" | "earlierOn";
  readonly what: string;
}

function faultOf({ category, earlierOn, limit, savedMeans }: RetentionRule): Fault | undefined {
  const endsOnUnSaving = earlierOn.includes("un-saved") || limit?.from === "un-saved";
  if (endsOnUnSaving && savedMeans === undefined)
    return {
      missing: "savedMeans",
      what: `${category} ends when it is un-saved, and nothing says what saves it.`,
    };
  if (!endsOnUnSaving && savedMeans !== undefined)
    return { missing: "earlierOn", what: `${category} can be saved, and un-saving does not end it.` };
  return undefined;
}
