import { limitHours } from "../retention-rule.ts";
import { promisesAbout } from "./promises-hurt.ts";
import type { PolicyRule } from "./rule.ts";

const DAY_HOURS = 24;

export const dayLimitInVersionedBucket: PolicyRule = {
  id: "day-limit-in-versioned-bucket",
  severity: "error",
  why: "In a versioned bucket an expired object only gets a delete marker, and its older versions stay for days more.",
  source:
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-expire-general-considerations.html",
  remedy: "Write versioned: false, or keep what must go within a day in an unversioned bucket of its own.",
  find: (policy) => {
    const rules = new Map(policy.retention.map((rule) => [rule.category, rule]));
    const goesInADay = (category: string) => {
      const rule = rules.get(category);
      const hours = rule && limitHours(rule);
      return hours !== undefined && hours <= DAY_HOURS;
    };
    return policy.stores.flatMap((store) => {
      if (store.kind !== "s3" || !store.versioned) return [];
      const short = store.categories.filter(goesInADay);
      if (short.length === 0) return [];
      const what = `The bucket ${store.id} is versioned and holds ${short.join(", ")}, with a limit of 24 hours or less.`;
      return [{ path: `stores.${store.id}.versioned`, what, promises: promisesAbout(policy, short) }];
    });
  },
};
