const PLACE = /\{(\w+)\}/g;
/** Would end a line, or begin a header of the writer's own. */
const LINE_ENDS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
/** Would turn the order of what follows; the joiners of other scripts stay. */
const TURNS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A sentence has a place for a value that its letter does not have. */
export class LetterPlaceWithoutValue extends Error {
  override readonly name = "LetterPlaceWithoutValue";
}

/**
 * Returns a sentence with its places filled, each value in one line; what a value says is not looked at for places.
 *
 * @throws {LetterPlaceWithoutValue} if a place has no value.
 */
export function filled(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(PLACE, (place, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) {
      throw new LetterPlaceWithoutValue(`A letter has no value for ${place}: give one, or mend its text.`);
    }
    return inOneLine(value);
  });
}

/** Returns text without line ends, control characters and changes of writing direction. */
export function inOneLine(text: string): string {
  return text.replace(TURNS, "").replace(LINE_ENDS, " ").trim();
}

/** Returns the paragraphs of a text by a person, each as one line: an empty line begins one. */
export function paragraphsOf(text: string): readonly string[] {
  return text
    .replace(/\r\n?/g, "\n")
    .split(/\n[^\S\n]*\n/)
    .map(inOneLine)
    .filter((paragraph) => paragraph !== "");
}

/** Returns an instant as people of a language write it, to the minute, with its zone: UTC. */
export function instantText(locale: string, instant: string): string {
  const format =
    formats.get(locale) ??
    new Intl.DateTimeFormat(locale, {
      ...{ year: "numeric", month: "long", day: "numeric" },
      ...{ hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
      ...{ timeZone: "UTC", timeZoneName: "short" },
    });
  formats.set(locale, format);
  return format.format(new Date(instant));
}

/** One is dear to make, and there are as many as languages with letters. */
const formats = new Map<string, Intl.DateTimeFormat>();
