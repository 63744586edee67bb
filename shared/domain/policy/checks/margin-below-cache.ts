import { durationText } from "../duration.ts";
import { marginMinutesOf, SMALLEST_MARGIN_MINUTES } from "../mechanism-slack.ts";
import type { PolicyRule } from "./rule.ts";

const HOUR_MINUTES = 60;

export const marginBelowCache: PolicyRule = {
  id: "margin-below-cache",
  severity: "error",
  why: "What our clock deletes in time is served from the cache until that lets go of it, after the time that people were promised.",
  source: "GDPR Art. 5(1)(e): storage limitation, copies included",
  remedy: `Write marginMinutes of at least cachedBy.longestHours and ${SMALLEST_MARGIN_MINUTES} minutes, or shorten cachedBy.longestHours.`,
  find: (policy) =>
    policy.stores.flatMap((store) => {
      const cachedHours = store.kind === "s3" ? store.cachedBy?.longestHours : undefined;
      if (cachedHours === undefined) return [];
      const needed = cachedHours * HOUR_MINUTES + SMALLEST_MARGIN_MINUTES;
      return policy.retention
        .filter(({ category, limit }) => limit && store.categories.includes(category))
        .filter((rule) => marginMinutesOf(rule) < needed)
        .flatMap((rule) => {
          const promised = policy.promises.filter(
            ({ covers, within }) => within !== undefined && covers.includes(rule.category),
          );
          if (rule.limit === undefined || promised.length === 0) return [];
          const path = `retention.${rule.category}.marginMinutes`;
          const what = `It has a limit of ${durationText(rule.limit.after)} and a margin of ${marginMinutesOf(rule)} minutes, and the cache of ${store.id} serves it for up to ${cachedHours * HOUR_MINUTES} minutes more.`;
          return [{ path, what, promises: promised.map(({ id }) => id) }];
        });
    }),
};
