import { lifecycleDaysOf } from "../lifecycle-days.ts";
import { promisesAbout } from "./promises-hurt.ts";
import type { PolicyRule } from "./rule.ts";

export const dayLimitBesideLonger: PolicyRule = {
  id: "day-limit-beside-longer",
  severity: "error",
  why: "One lifecycle rule serves a store: it would take what may stay after a day, or leave what must go within one.",
  source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html",
  remedy: "Keep what must go within 24 hours in a store of its own, with another prefix or another bucket.",
  find: (policy) => {
    const retention = new Map(policy.retention.map((rule) => [rule.category, rule]));
    return policy.stores.flatMap((store) => {
      if (store.kind !== "s3") return [];
      const goesInADay = (category: string) => lifecycleDaysOf(category, retention) === 1;
      const short = store.categories.filter(goesInADay);
      const longer = store.categories.filter((category) => !goesInADay(category));
      if (short.length === 0 || longer.length === 0) return [];
      return [
        {
          path: `stores.${store.id}.categories`,
          what: `It holds ${short.join(", ")}, with a limit of 24 hours or less, beside ${longer.join(", ")}, which may stay.`,
          promises: promisesAbout(policy, store.categories),
        },
      ];
    });
  },
};
