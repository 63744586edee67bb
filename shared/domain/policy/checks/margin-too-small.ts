import { durationText } from "../duration.ts";
import { shortestHours } from "../longer-than.ts";
import { CLOCK_ONLY_LIMIT_HOURS, SMALLEST_MARGIN_MINUTES } from "../mechanism-slack.ts";
import type { RetentionRule } from "../retention-rule.ts";
import { promisesAbout } from "./promises-hurt.ts";
import type { PolicyRule } from "./rule.ts";

export const marginTooSmall: PolicyRule = {
  id: "margin-too-small",
  severity: "error",
  why: "A clock that acts in the last minute is late whenever one of its runs fails, and the data is still there.",
  source: "GDPR Art. 5(1)(e): storage limitation",
  remedy: `Write marginMinutes of at least ${SMALLEST_MARGIN_MINUTES}, and shorter than the limit.`,
  find: (policy) =>
    policy.retention.flatMap((rule) => {
      const what = faultOf(rule);
      if (what === undefined) return [];
      const path = `retention.${rule.category}.marginMinutes`;
      return [{ path, what, promises: promisesAbout(policy, [rule.category]) }];
    }),
};

const HOUR_MINUTES = 60;

function faultOf({ limit, marginMinutes }: RetentionRule): string | undefined {
  if (!limit) return undefined;
  const limitHours = shortestHours(limit.after);
  const limitText = `a limit of ${durationText(limit.after)}`;
  const isClockOnly = limitHours <= CLOCK_ONLY_LIMIT_HOURS;
  if (marginMinutes === undefined) return isClockOnly ? `It has ${limitText} and no margin.` : undefined;
  if (marginMinutes >= limitHours * HOUR_MINUTES)
    return `Its margin of ${marginMinutes} minutes is not shorter than ${limitText}.`;
  if (marginMinutes < SMALLEST_MARGIN_MINUTES)
    return `It has ${limitText} and a margin of ${marginMinutes} minutes, less than ${SMALLEST_MARGIN_MINUTES}.`;
  return undefined;
}
