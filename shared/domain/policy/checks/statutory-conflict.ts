import { durationText } from "../duration.ts";
import { shortestHours } from "../longer-than.ts";
import type { Policy } from "../policy.ts";
import { promisesAbout } from "./promises-hurt.ts";
import type { Finding, PolicyRule } from "./rule.ts";

type LegalMinimum = Policy["legalMinimums"][number];

const DAY_HOURS = 24;

export const statutoryConflict: PolicyRule = {
  id: "statutory-conflict",
  severity: "warning",
  why: "A person was promised an end that a law may not allow, and counsel has to say which of the two governs.",
  source: "GDPR Art. 17(3)(b): a legal obligation may keep data; the law itself stands in the finding",
  remedy:
    "Have counsel decide: retain the category with its legalBasis and at least the law's days and change the published text, or take the law out of legalMinimums if it does not bind the service.",
  find: (policy) =>
    policy.legalMinimums.flatMap((minimum) =>
      minimum.categories.flatMap((category) => conflict(policy, minimum, category)),
    ),
};

function conflict(policy: Policy, minimum: LegalMinimum, category: string): readonly Finding[] {
  const ends = [...endByLimit(policy, minimum, category), ...endByErasure(policy, minimum, category)];
  const [first] = ends;
  if (!first) return [];
  const { id, law, source, days, inForceFrom } = minimum;
  const ended = ends.map(({ text }) => text).join(" and ");
  return [
    {
      path: first.path,
      what: `By legalMinimums.${id}, ${law} (${source}), in force from ${inForceFrom}, wants ${category} kept for ${days} days, but ${ended}.`,
      promises: promisesAbout(policy, [category]),
    },
  ];
}

function endByLimit(policy: Policy, { days }: LegalMinimum, category: string) {
  const limit = policy.retention.find((declared) => declared.category === category)?.limit;
  if (!limit || shortestHours(limit.after) >= days * DAY_HOURS) return [];
  return [{ path: `retention.${category}.limit`, text: `its limit is ${durationText(limit.after)}` }];
}

function endByErasure(policy: Policy, { days }: LegalMinimum, category: string) {
  const effect = policy.erasure.find(({ scope }) => scope === "account")?.categories[category];
  const path = `erasure.account.categories.${category}`;
  if (effect?.effect === "erase") return [{ path, text: "erasing the account deletes it" }];
  if (effect?.effect !== "retain" || (effect.retentionDays ?? days) >= days) return [];
  return [{ path, text: `erasing the account keeps it for ${effect.retentionDays} days only` }];
}
