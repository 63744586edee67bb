import { ExpressionNotKnown, type Item, nameOf, type Placeholders, placeholderValue } from "./condition.ts";

const CLAUSE = /\b(SET|ADD|REMOVE|DELETE)\b/;

/**
 * Returns an item as an update expression leaves it: SET with plain values, sums and if_not_exists, ADD to numbers and
 * sets, DELETE from sets, REMOVE.
 *
 * @throws {ExpressionNotKnown} for whatever else DynamoDB may know.
 */
export function updated(expression: string, placeholders: Placeholders, item: Item): Item {
  const next: Record<string, unknown> = { ...item };
  const [, ...parts] = expression.split(CLAUSE);
  for (let at = 0; at < parts.length; at += 2) {
    const clause = parts[at] ?? "";
    for (const action of actionsOf(parts[at + 1] ?? "")) change(next, clause, action, placeholders, item);
  }
  return next;
}

function change(
  next: Record<string, unknown>,
  clause: string,
  action: string,
  placeholders: Placeholders,
  before: Item,
): void {
  const [target = "", ...rest] = action.split(clause === "SET" ? "=" : /\s+/).map((part) => part.trim());
  const name = nameOf(target, placeholders.names);
  const value = (): unknown => placeholderValue(rest[0] ?? "", placeholders, before);
  switch (clause) {
    case "SET":
      next[name] = operand(rest.join("="), placeholders, before);
      return;
    case "ADD":
      next[name] = sum(before[name], value());
      return;
    case "DELETE":
      next[name] = without(before[name], value());
      return;
    case "REMOVE":
      delete next[name];
      return;
    default:
      throw new ExpressionNotKnown(`${clause} is not known here.`);
  }
}

/** Cuts at commas that stand outside parentheses. */
function actionsOf(text: string): readonly string[] {
  return text.split(/,(?![^(]*\))/).map((action) => action.trim());
}

function operand(text: string, placeholders: Placeholders, before: Item): unknown {
  const [one = "", sign, other = ""] = text.split(/\s([+-])\s/).map((part) => part.trim());
  const first = single(one, placeholders, before);
  if (sign === undefined) return first;
  const second = single(other, placeholders, before);
  if (typeof first !== "number" || typeof second !== "number")
    throw new ExpressionNotKnown(`No sum: ${text}`);
  return sign === "+" ? first + second : first - second;
}

function single(text: string, placeholders: Placeholders, before: Item): unknown {
  const [, name, otherwise] = /^if_not_exists\(([^,]+),([^)]+)\)$/.exec(text) ?? [];
  if (name === undefined || otherwise === undefined) return placeholderValue(text, placeholders, before);
  return (
    placeholderValue(name.trim(), placeholders, before) ??
    placeholderValue(otherwise.trim(), placeholders, before)
  );
}

function sum(before: unknown, added: unknown): unknown {
  if (added instanceof Set) return new Set([...(before instanceof Set ? before : []), ...added]);
  if (typeof added !== "number") throw new ExpressionNotKnown("Only numbers and sets can be added.");
  return (typeof before === "number" ? before : 0) + added;
}

function without(before: unknown, taken: unknown): unknown {
  if (!(before instanceof Set) || !(taken instanceof Set)) return before;
  return new Set([...before].filter((member) => !taken.has(member)));
}
