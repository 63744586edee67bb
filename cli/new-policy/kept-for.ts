import { z } from "zod";
import type { Duration } from "../../shared/domain/policy/duration.ts";

/** Ends with a request or with the account only. */
export const UNTIL_DELETED = "until deleted";

const LENGTH = /^([1-9]\d{0,4}) (hour|day|month)s?$/;

/** How long something is kept, as a person answers it: `24 hours`, `30 days`, `12 months` or `until deleted`. */
export const KeptForSchema = z.string().refine((text) => text === UNTIL_DELETED || LENGTH.test(text), {
  error: `write a length such as "24 hours", "30 days" or "12 months", or "${UNTIL_DELETED}"`,
});

/** Returns the length that was answered; undefined for `until deleted`. */
export function lengthOf(text: string): Duration | undefined {
  const [, count, unit] = LENGTH.exec(text) ?? [];
  const number = Number(count);
  switch (unit) {
    case "hour":
      return { hours: number };
    case "day":
      return { days: number };
    case "month":
      return { months: number };
    default:
      return undefined;
  }
}
