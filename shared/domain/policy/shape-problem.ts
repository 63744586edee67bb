import type { z } from "zod";
import type { Finding } from "./checks/rule.ts";
import { knownKeys } from "./known-keys.ts";
import { nearestTo } from "./nearest.ts";
import { isObject, valueAt } from "./value-at.ts";

/** Keys whose value names a member of a list in the path of a problem; its place in a file is looked for by them. */
export const NAMING_KEYS = ["id", "category", "scope", "record", "change", "right", "purpose"];

/** What is wrong at one place of a document that is no policy yet, and what to write there instead. */
export interface ShapeProblem extends Finding {
  readonly remedy: string;
}

/** Returns an issue that a schema found in a document, in words for whoever wrote it. */
export function shapeProblem(
  issue: z.core.$ZodIssue,
  declaration: unknown,
  schema: z.core.$ZodType,
): ShapeProblem {
  const { text, promise } = namedPath(issue.path, declaration);
  return {
    path: text,
    what: `${issue.message}.`,
    remedy: remedyFor(issue, declaration, schema),
    promises: promise === undefined ? [] : [promise],
  };
}

const BY_THE_TYPES = "Write it as the types of shared/domain/policy say; an editor shows them.";

function remedyFor(issue: z.core.$ZodIssue, declaration: unknown, schema: z.core.$ZodType): string {
  switch (issue.code) {
    case "unrecognized_keys": {
      const known = knownKeys(schema, issue.path, declaration);
      return issue.keys.map((key) => insteadOfKey(key, known)).join(" ");
    }
    case "invalid_value":
      return insteadOfValue(valueAt(declaration, issue.path), issue.values.map(String));
    case "invalid_union":
      return insteadOfValue(valueAt(declaration, issue.path), discriminatorsOf(issue));
    case "invalid_type":
      if (valueAt(declaration, issue.path) !== undefined) return BY_THE_TYPES;
      return `Add ${String(issue.path.at(-1) ?? "it")}; an editor shows what it takes.`;
    default:
      return BY_THE_TYPES;
  }
}

/** The values that decide between the options of a union, if one key does. */
function discriminatorsOf(issue: z.core.$ZodIssueInvalidUnion): readonly string[] {
  return "options" in issue && issue.options ? issue.options.map(String) : [];
}

function insteadOfKey(key: string, known: readonly string[]): string {
  const nearest = nearestTo(key, known);
  if (nearest !== undefined) return `Write ${nearest} instead of ${key}, or remove it.`;
  return known.length === 0
    ? `Remove ${key}.`
    : `Remove ${key}; what can stand there is: ${known.join(", ")}.`;
}

/** What can stand there is listed by the message already. */
function insteadOfValue(value: unknown, options: readonly string[]): string {
  const nearest = typeof value === "string" ? nearestTo(value, options) : undefined;
  if (nearest !== undefined) return `Write "${nearest}" instead of "${value}".`;
  return options.length === 0 ? BY_THE_TYPES : "Write one of those.";
}

/** Addresses members of lists by their id, so that a path can be found in the file: `stores.photos.versioned`. */
function namedPath(
  path: readonly PropertyKey[],
  declaration: unknown,
): { readonly text: string; readonly promise?: string } {
  const names: string[] = [];
  let at: unknown = declaration;
  let promise: string | undefined;
  for (const key of path) {
    at = isObject(at) ? at[String(key)] : undefined;
    const name = Array.isArray(at) || typeof key !== "number" ? undefined : nameOf(at);
    if (names[0] === "promises" && names.length === 1 && name !== undefined) promise = name;
    names.push(name ?? String(key));
  }
  const text = names.join(".") || "(top)";
  return promise === undefined ? { text } : { text, promise };
}

function nameOf(member: unknown): string | undefined {
  if (!isObject(member)) return undefined;
  const name = NAMING_KEYS.map((key) => member[key]).find((text) => typeof text === "string");
  return typeof name === "string" ? name : undefined;
}
