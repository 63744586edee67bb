/** Ways in which a text names somebody directly. */
export type IdentifierKind =
  | "subject id"
  | "e-mail address"
  | "handle"
  | "network address"
  | "telephone number"
  | "long number"
  | "random id"
  | "subject reference"
  | "AWS key or user id"
  | "more text than is examined";

/** People who are looked for by their id; made once by {@link knownSubjects}. */
export interface KnownSubjects {
  /** Ids by how many characters they have: a text is searched once for each length, however many people there are. */
  readonly byLength: ReadonlyMap<number, ReadonlySet<string>>;
}

/** Longer texts are not examined, so they count as if they named somebody. */
export const EXAMINED_CHARS_MAX = 2_000_000;

interface Pattern {
  readonly kind: IdentifierKind;
  /**
   * Begins with something rare or consumes whole runs, and repeats a bounded number of times where it can still fail:
   * so its time grows with the length of the text and not with its square.
   */
  readonly pattern: RegExp;
  /** Absent: every match names somebody. */
  readonly names?: (match: string) => boolean;
}

/** Nothing else is between the words of an address; brackets also end what a mark begins. */
const ADDRESS_RUN = /[^\s<>()[\],;"]+/gu;
const DATE = /(?:19|20)\d\d-[01]\d-[0-3]\d(?:[T ][0-2]\d(?!\d))?/u;
/** Fewer digits are a year, a price or a date; national numbers without an area code are not told from those. */
const DIGITS_OF_PHONE_MIN = 9;
const DIGITS_OF_WRITTEN_PHONE_MIN = 7;

/** Of a hardware address; an IPv6 address without `::` has seven. */
const COLONS_OF_ADDRESS_MIN = 5;

/** In this order: what holds a shorter one comes first. */
const PATTERNS: readonly Pattern[] = [
  { kind: "subject reference", pattern: /v\d{1,6}_[0-9a-f]{64}/giu },
  { kind: "e-mail address", pattern: ADDRESS_RUN, names: isMailAddress },
  { kind: "handle", pattern: ADDRESS_RUN, names: isHandle },
  // With or without hyphens, and anything longer of the kind: digests are as good as names.
  { kind: "random id", pattern: /[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12,}/giu },
  { kind: "AWS key or user id", pattern: /(?:AKIA|ASIA|AIDA|AROA)[0-9A-Z]{16}/gu },
  { kind: "network address", pattern: /\p{Nd}{1,3}(?:\.\p{Nd}{1,3}){3,}/gu },
  { kind: "network address", pattern: /[0-9a-f:]+/giu, names: isAddressWithColons },
  {
    kind: "telephone number",
    pattern: new RegExp(`${DATE.source}|\\+?\\(?\\p{Nd}(?:[ ()./-]{0,3}\\p{Nd}){6,}`, "gu"),
    names: isPhone,
  },
  { kind: "long number", pattern: /\p{Nd}{9,}/gu },
];

/** Returns people in the form in which texts are searched for them. */
export function knownSubjects(ids: Iterable<string>): KnownSubjects {
  const byLength = new Map<number, Set<string>>();
  for (const id of ids) {
    if (id === "") continue;
    const alike = byLength.get(id.length) ?? new Set();
    byLength.set(id.length, alike.add(id));
  }
  return { byLength };
}

/**
 * Returns the ways in which a text names somebody directly, also with characters between that cannot be seen.
 * A name, a street or an allusion is not found: no pattern tells them from other words.
 */
export function identifiersIn(text: string, known?: KnownSubjects): readonly IdentifierKind[] {
  if (text.length > EXAMINED_CHARS_MAX) return ["more text than is examined"];
  const kinds = new Set<IdentifierKind>();
  for (const form of new Set([text, asSeen(text)])) {
    if (known && spansOfKnown(form, known).length > 0) kinds.add("subject id");
    for (const { kind, pattern, names } of PATTERNS) {
      for (const [match] of form.matchAll(pattern)) {
        if (names && !names(match)) continue;
        kinds.add(kind);
        break;
      }
    }
  }
  return [...kinds];
}

/** Returns the kinds that a number is: a telephone or account number that lost its text form. */
export function identifiersInNumber(value: number, known?: KnownSubjects): readonly IdentifierKind[] {
  const text = String(value);
  const isKnown = known?.byLength.get(text.length)?.has(text) === true;
  if (isKnown) return ["subject id"];
  // Nine digits and fewer are also counts and sums of money; ten are a telephone number or a moment in seconds.
  return Number.isInteger(value) && Math.abs(value) >= 1_000_000_000 ? ["long number"] : [];
}

/**
 * Returns the text with each identifier replaced by what `markOf` gives for its kind.
 *
 * The text stays as it was written, but for one that hides an identifier behind characters that cannot be seen.
 */
export function replaceIdentifiers(
  text: string,
  markOf: (kind: IdentifierKind) => string,
  known?: KnownSubjects,
): string {
  if (text.length > EXAMINED_CHARS_MAX) return markOf("more text than is examined");
  const replaced = replaceWritten(text, markOf, known);
  // Marks are longer than what some of them stand for, so the result may be too long to be looked at again.
  if (replaced.length > EXAMINED_CHARS_MAX) return markOf("more text than is examined");
  const isClean = identifiersIn(replaced, known).length === 0;
  return isClean ? replaced : replaceWritten(asSeen(replaced), markOf, known);
}

function replaceWritten(
  text: string,
  markOf: (kind: IdentifierKind) => string,
  known: KnownSubjects | undefined,
): string {
  const withoutKnown = known ? replaceSpans(text, spansOfKnown(text, known), markOf("subject id")) : text;
  return PATTERNS.reduce(
    (rest, { kind, pattern, names }) =>
      rest.replace(pattern, (match) => (names && !names(match) ? match : markOf(kind))),
    withoutKnown,
  );
}

/** Full-width digits as digits, and without joiners, direction marks and other characters of no width. */
function asSeen(text: string): string {
  return text.replace(/\p{Cf}/gu, "").normalize("NFKC");
}

/** Returns where known people stand in a text; spans that overlap are one. */
function spansOfKnown(text: string, { byLength }: KnownSubjects): readonly (readonly [number, number])[] {
  const spans: [number, number][] = [];
  for (const [length, ids] of byLength) {
    for (let start = 0; start + length <= text.length; start += 1) {
      if (ids.has(text.slice(start, start + length))) spans.push([start, start + length]);
    }
  }
  spans.sort(([a], [b]) => a - b);
  const merged: [number, number][] = [];
  for (const [start, end] of spans) {
    const last = merged.at(-1);
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

function replaceSpans(text: string, spans: readonly (readonly [number, number])[], mark: string): string {
  let [result, from] = ["", 0];
  for (const [start, end] of spans) {
    result += text.slice(from, start) + mark;
    from = end;
  }
  return result + text.slice(from);
}

/** `%40` is how an address stands in a link. */
function hasAt(run: string): boolean {
  return run.includes("@") || run.includes("%40");
}

function isHandle(run: string): boolean {
  return hasAt(run) && !isMailAddress(run) && /[\p{L}\p{N}]/u.test(run);
}

/** Compared by place: a pattern that looks for the one and then the other takes the square of the length. */
function isMailAddress(run: string): boolean {
  const at = Math.max(run.lastIndexOf("@"), run.lastIndexOf("%40"));
  return at >= 0 && run.indexOf(".", at) > 0;
}

/** IPv6 and hardware addresses; not times such as 10:20:30. That `std::vector` looks like one is the safe side. */
function isAddressWithColons(run: string): boolean {
  const colons = run.split(":").length - 1;
  return colons >= COLONS_OF_ADDRESS_MIN || (run.includes("::") && run.length > colons);
}

function isPhone(match: string): boolean {
  if (DATE.test(match) && match.replace(DATE, "") === "") return false;
  const digits = match.replace(/\P{Nd}/gu, "");
  const isWrittenAsPhone = /^[+(0]/u.test(match);
  return digits.length >= (isWrittenAsPhone ? DIGITS_OF_WRITTEN_PHONE_MIN : DIGITS_OF_PHONE_MIN);
}
