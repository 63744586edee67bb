import { clockRuleOf } from "../../retention/clock-rules.ts";
import { shortestHours } from "../longer-than.ts";
import { marginMinutesOf } from "../mechanism-slack.ts";
import type { Policy } from "../policy.ts";
import type { S3Store } from "../store.ts";
import { promisesAboutStore } from "./promises-hurt.ts";
import type { PolicyRule } from "./rule.ts";

const DAY_HOURS = 24;
const HOUR_MINUTES = 60;

export const lockOverPersonalData: PolicyRule = {
  id: "lock-over-personal-data",
  severity: "error",
  why: "A locked version stays until its lock ends, whoever asks for its deletion.",
  source: "GDPR Art. 17(1): erasure without undue delay",
  remedy:
    "Take objectLock away; only governance over what the account scope does not erase and no event ends, for no longer than until our clock acts on its shortest retention limit, can stay.",
  find: (policy) =>
    policy.stores.flatMap((store) => {
      const reason = store.kind === "s3" ? reasonAgainstLock(policy, store) : undefined;
      if (reason === undefined) return [];
      return [
        {
          path: `stores.${store.id}.objectLock`,
          what: reason,
          promises: promisesAboutStore(policy, store.id),
        },
      ];
    }),
};

function reasonAgainstLock(policy: Policy, store: S3Store): string | undefined {
  if (!store.objectLock) return undefined;
  const { mode, days } = store.objectLock;
  const locked = `Its versions are locked for ${days} days in ${mode} mode`;
  if (mode === "compliance") return `${locked}, which nobody can end early.`;
  const erased = store.categories.filter((category) => isErasedWithAccount(policy, category));
  if (erased.length > 0) return `${locked}, and the account scope erases ${erased.join(", ")}.`;
  const { earlierOn } = clockRuleOf(policy, store);
  if (earlierOn.length > 0) return `${locked}, and ${earlierOn.join(", ")} ends what they hold at once.`;
  const hours = shortestLifeHours(policy, store.categories);
  if (days * DAY_HOURS <= hours) return undefined;
  return `${locked}, and our clock deletes what they hold after ${hours} hours, a margin before its shortest limit.`;
}

function isErasedWithAccount(policy: Policy, category: string): boolean {
  const account = policy.erasure.find(({ scope }) => scope === "account");
  return account?.categories[category]?.effect === "erase";
}

/** A lock that ends with the limit itself ends after the clock has come in vain. */
function shortestLifeHours(policy: Policy, categories: readonly string[]): number {
  const limits = policy.retention
    .filter(({ category }) => categories.includes(category))
    .map((rule) =>
      rule.limit
        ? shortestHours(rule.limit.after) - marginMinutesOf(rule) / HOUR_MINUTES
        : Number.POSITIVE_INFINITY,
    );
  return Math.min(...limits);
}
