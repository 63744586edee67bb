import {
  type IdentifierKind,
  identifiersIn,
  identifiersInNumber,
  type KnownSubjects,
  knownSubjects,
  replaceIdentifiers,
} from "./direct-identifiers.ts";
import { namesAnIdentifier } from "./identifier-fields.ts";

/** A record as JSON can write it. */
export type Plain = string | number | boolean | null | readonly Plain[] | PlainRecord;
export type PlainRecord = { readonly [field: string]: Plain };

/** Deeper nesting is no record that somebody reads; it also bounds the recursion. */
const DEPTH_MAX = 32;

/** A record could not be freed of identifiers; it was not given out. */
export class IdentifiersLeft extends Error {
  override readonly name = "IdentifiersLeft";
}

const MARKS: Readonly<Record<IdentifierKind, string>> = {
  "subject id": "[person]",
  "e-mail address": "[e-mail]",
  handle: "[handle]",
  "network address": "[network address]",
  "telephone number": "[telephone]",
  "long number": "[number]",
  "random id": "[id]",
  "subject reference": "[person]",
  "AWS key or user id": "[id]",
  "more text than is examined": "[long text]",
};
/** For people whose id is part of a mark. No id has these characters. */
const WORDLESS_MARK = "[…]";

/**
 * Returns a record without fields that hold identifiers, and with those inside its texts replaced by neutral marks;
 * done twice it is the same as once. The result was tested again as a whole.
 *
 * What it does not do: names, places and stories in words stay, and a picture or a sound is not looked into.
 *
 * @param identifiers.fields names of fields that go, at any depth, besides those whose name says it.
 * @param identifiers.subjects ids of the people the record may speak of.
 * @throws {IdentifiersLeft} naming the kinds, if something is left or the record is too deep.
 */
export function withoutIdentifiers(
  record: PlainRecord,
  identifiers: { readonly fields?: readonly string[]; readonly subjects: readonly string[] },
): PlainRecord {
  const known = knownSubjects(identifiers.subjects);
  const clash = identifiers.subjects.some((id) => Object.values(MARKS).some((mark) => mark.includes(id)));
  const cleaner: Cleaner = {
    known,
    fields: new Set(identifiers.fields),
    markOf: (kind) => (clash ? WORDLESS_MARK : MARKS[kind]),
  };
  const cleaned = cleanedRecord(record, cleaner, 0);
  const left = kindsLeft(cleaned, known);
  if (left.size === 0) return cleaned;
  throw new IdentifiersLeft(`The record still holds: ${[...left].join(", ")}. It was not given out.`);
}

interface Cleaner {
  readonly known: KnownSubjects;
  readonly fields: ReadonlySet<string>;
  readonly markOf: (kind: IdentifierKind) => string;
}

function cleanedRecord(record: PlainRecord, cleaner: Cleaner, depth: number): PlainRecord {
  const kept = Object.entries(record).filter(([field]) => {
    const isIdentifier = cleaner.fields.has(field) || namesAnIdentifier(field);
    return !isIdentifier && identifiersIn(field, cleaner.known).length === 0;
  });
  return Object.fromEntries(kept.map(([field, value]) => [field, cleaned(value, cleaner, depth + 1)]));
}

function cleaned(value: Plain, cleaner: Cleaner, depth: number): Plain {
  if (depth > DEPTH_MAX) {
    throw new IdentifiersLeft(`The record is nested deeper than ${DEPTH_MAX}. It was not given out.`);
  }
  if (typeof value === "string") return replaceIdentifiers(value, cleaner.markOf, cleaner.known);
  if (typeof value === "number") {
    const [kind] = identifiersInNumber(value, cleaner.known);
    return kind ? cleaner.markOf(kind) : value;
  }
  if (typeof value === "boolean" || value === null) return value;
  if (isList(value)) return value.map((member) => cleaned(member, cleaner, depth + 1));
  return cleanedRecord(value, cleaner, depth);
}

/** Looks at names and values alike, as whoever gets the record could. */
function kindsLeft(value: Plain, known: KnownSubjects): ReadonlySet<IdentifierKind> {
  const left = new Set<IdentifierKind>();
  const look = (at: Plain): void => {
    if (typeof at === "string") for (const kind of identifiersIn(at, known)) left.add(kind);
    else if (typeof at === "number") for (const kind of identifiersInNumber(at, known)) left.add(kind);
    else if (typeof at === "boolean" || at === null) return;
    else if (isList(at)) at.forEach(look);
    else for (const [field, member] of Object.entries(at)) [field, member].forEach(look);
  };
  look(value);
  return left;
}

/** `Array.isArray` does not know lists that are read-only. */
function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}
