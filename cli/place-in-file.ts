import { NAMING_KEYS } from "../shared/domain/policy/shape-problem.ts";

/** A place in a text file; both count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/**
 * Returns a function that says where in a policy's text a path stands, such as `stores.photos.versioned`: the key
 * itself, or the nearest thing around it that is written there. What comes from another file or from code is not
 * found. The text is read once, however many problems there are.
 */
export function placesIn(text: string): (path: string) => Place | undefined {
  const plain = withoutStringsAndComments(text);
  const start = rootOf(plain);
  const known = new Map<number, Members>();
  const membersOf = (block: number): Members => {
    const members =
      known.get(block) ?? (plain[block] === "[" ? listed(block, text, plain) : keyed(block, text, plain));
    known.set(block, members);
    return members;
  };
  const lineStarts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return (path) => {
    if (start === undefined || path.startsWith("(")) return undefined;
    let at = start;
    let block = start;
    for (const name of path.split(".")) {
      const found = membersOf(block).get(name);
      if (found === undefined) break;
      at = found.at;
      block = found.value;
    }
    const line = lineStarts.findLastIndex((lineStart) => lineStart <= at) + 1;
    return { line, column: at - (lineStarts[line - 1] ?? 0) + 1 };
  };
}

interface Found {
  readonly at: number;
  /** Where its value begins. */
  readonly value: number;
}

/** What stands in an object or a list, by the name that paths have for it; the first of each name. */
type Members = ReadonlyMap<string, Found>;

/** A policy in TypeScript is a constant of that name; in JSON it is the first thing. */
function rootOf(plain: string): number | undefined {
  const constant = /\bpolicy\b[^={;]*=\s*(?=\{)/.exec(plain);
  const at = constant === null ? plain.indexOf("{") : constant.index + constant[0].length;
  return at < 0 ? undefined : at;
}

function keyed(block: number, text: string, plain: string): Members {
  const found = partsOf(block, plain).flatMap((at): (readonly [string, Found])[] => {
    const [whole = "", quoted, bare] =
      /^(?:["']([^"']+)["']|([\w$]+))\s*:\s*/.exec(text.slice(at, at + NAMED_WITHIN)) ?? [];
    const key = quoted ?? bare;
    return key === undefined ? [] : [[key, { at, value: at + whole.length }]];
  });
  return new Map(found.toReversed());
}

function listed(block: number, text: string, plain: string): Members {
  const found = partsOf(block, plain)
    .filter((at) => plain[at] === "{")
    .flatMap((at) => namesOf(at, text, plain).map((name) => [name, { at, value: at }] as const));
  return new Map(found.toReversed());
}

/** As far as a name is looked for; ids have at most 41 characters. */
const NAMED_WITHIN = 100;

function namesOf(block: number, text: string, plain: string): readonly string[] {
  const keys = keyed(block, text, plain);
  const given = NAMING_KEYS.flatMap((key) => {
    const value = keys.get(key)?.value;
    if (value === undefined) return [];
    const [, name] = /^["'`]([^"'`]*)/.exec(text.slice(value, value + NAMED_WITHIN)) ?? [];
    return name === undefined ? [] : [name];
  });
  return [...given, ...partsOf(block, plain).flatMap((at) => spreadIn(text.slice(at, at + NAMED_WITHIN)))];
}

/** A third party is declared elsewhere, as a constant that is named like its id: `...mailVendor`. */
function spreadIn(text: string): readonly string[] {
  const [, constant] = /^\.\.\.(\w+)/.exec(text) ?? [];
  return constant === undefined ? [] : [constant.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)];
}

/** Returns where each member of the object or list at `block` begins. */
function partsOf(block: number, plain: string): readonly number[] {
  const parts: number[] = [];
  let depth = 0;
  let between = false;
  for (let at = block; at < plain.length; at += 1) {
    const char = plain[at] ?? "";
    if (between && depth === 1 && /\S/.test(char)) {
      if (!"]},".includes(char)) parts.push(at);
      between = false;
    }
    if ("{[(".includes(char)) depth += 1;
    if ("}])".includes(char)) depth -= 1;
    if (depth === 0) break;
    if (depth === 1 && (at === block || char === ",")) between = true;
  }
  return parts;
}

/** Blanks what a bracket inside of would mislead, and keeps every position; a string keeps its quotes. */
function withoutStringsAndComments(text: string): string {
  return text.replace(
    /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g,
    (found) => (found.startsWith("/") ? " ".repeat(found.length) : `"${" ".repeat(found.length - 2)}"`),
  );
}
