/**
 * What says of a record that an erasure kept it, cut and under a pseudonym: the service's own code meets it in its table
 * and belongs to nobody.
 */
export const RETAINED_MARK = { attribute: "letheRetained", value: "lethe.retained/1" } as const;

const DAY_SECONDS = 86_400;
/** `Date.parse` alone takes 1 and INV-20 for dates. */
const ISO_DATE = /^\d{4}-\d\d-\d\d(?:T|$)/u;
/** From 2000 to 5138: a year, a number of something and epoch milliseconds are no moments in seconds. */
const SECONDS = { min: 946_684_800, max: 99_999_999_999 } as const;
/** Random ids are longer. So many characters do not stand in a text by chance, and shorter ones may. */
const CHARS_BEYOND_CHANCE = 16;

/**
 * Returns when a record goes, in epoch seconds: the retention period after it was made, and no later than its own time
 * to live, since an erasure never lengthens what was promised.
 *
 * @param facts what the record says, ISO 8601 or epoch seconds; what is neither counts as not said.
 */
export function retentionEnd(
  retentionDays: number,
  erasedAt: Date,
  facts: { readonly madeAt?: string | undefined; readonly expiresAt?: string | undefined },
): number {
  const erasedAtSeconds = Math.floor(erasedAt.getTime() / 1000);
  const madeAtSeconds = Math.min(epochSecondsOf(facts.madeAt) ?? erasedAtSeconds, erasedAtSeconds);
  return Math.min(
    madeAtSeconds + retentionDays * DAY_SECONDS,
    epochSecondsOf(facts.expiresAt) ?? Number.POSITIVE_INFINITY,
  );
}

/** Returns a text without the person: where their id stands as a whole, the pseudonym does. */
export function withoutSubject(text: string, subject: string, pseudonym: string): string {
  // An id has no character that means something in a pattern.
  const whole =
    subject.length >= CHARS_BEYOND_CHANCE ? subject : `(?<![\\p{L}\\p{N}])${subject}(?![\\p{L}\\p{N}])`;
  return text.replace(new RegExp(whole, "gu"), () => pseudonym);
}

/** Returns a moment that a record tells, in epoch seconds; undefined if what stands there is none. */
export function epochSecondsOf(text: string | undefined): number | undefined {
  if (text === undefined || text === "") return undefined;
  const moments = [Number(text), ISO_DATE.test(text) ? Date.parse(text) / 1000 : Number.NaN];
  const seconds = moments.find((one) => one >= SECONDS.min && one <= SECONDS.max);
  return seconds === undefined ? undefined : Math.floor(seconds);
}
