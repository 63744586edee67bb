/** An item, or its key. */
export type Item = Readonly<Record<string, unknown>>;

/** What an expression's placeholders stand for. */
export interface Placeholders {
  readonly names?: Readonly<Record<string, string>> | undefined;
  readonly values?: Item | undefined;
}

/** Something that this table has not learned: teach it, or write the expression in another way. */
export class ExpressionNotKnown extends Error {
  override readonly name = "ExpressionNotKnown";
}

const TOKEN = /\s*(<=|>=|<>|[=<>(),]|[#:]?[\w.-]+)/gy;

/**
 * Says whether a condition, a key condition or a filter holds for an item: comparisons, BETWEEN, attribute_exists,
 * attribute_not_exists, begins_with, contains, size, AND, OR, NOT and parentheses.
 *
 * @throws {ExpressionNotKnown} for whatever else DynamoDB may know.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html
 */
export function conditionHolds(
  expression: string,
  placeholders: Placeholders,
  item: Item | undefined,
): boolean {
  const reader = readerOf(expression, (token) => placeholderValue(token, placeholders, item));
  const holds = either(reader);
  if (reader.peek() !== "") throw new ExpressionNotKnown(`The end was not understood of: ${expression}`);
  return holds;
}

/** Goes through an expression; words are told in capitals. */
interface Reader {
  peek(ahead?: number): string;
  take(): string;
  expect(token: string): void;
  value(token: string): unknown;
}

function readerOf(expression: string, value: Reader["value"]): Reader {
  const tokens = [...expression.matchAll(TOKEN)].map(([, token = ""]) => token);
  let at = 0;
  return {
    value,
    peek: (ahead = 0) => tokens[at + ahead]?.toUpperCase() ?? "",
    take: () => tokens[at++] ?? "",
    expect(token) {
      if (tokens[at++]?.toUpperCase() === token) return;
      throw new ExpressionNotKnown(`${token} was expected in: ${expression}`);
    },
  };
}

function either(reader: Reader): boolean {
  let holds = both(reader);
  while (reader.peek() === "OR") {
    reader.take();
    // Read before it is decided: what is not needed has to be read over all the same.
    const other = both(reader);
    holds = holds || other;
  }
  return holds;
}

function both(reader: Reader): boolean {
  let holds = single(reader);
  while (reader.peek() === "AND") {
    reader.take();
    const other = single(reader);
    holds = holds && other;
  }
  return holds;
}

function single(reader: Reader): boolean {
  if (reader.peek() === "NOT") {
    reader.take();
    return !single(reader);
  }
  if (reader.peek() === "(") {
    reader.take();
    const holds = either(reader);
    reader.expect(")");
    return holds;
  }
  return reader.peek(1) === "(" && reader.peek() !== "SIZE" ? functionHolds(reader) : comparison(reader);
}

function functionHolds(reader: Reader): boolean {
  const name = reader.take().toLowerCase();
  reader.expect("(");
  const one = operand(reader);
  if (reader.peek() === ",") reader.take();
  const other = reader.peek() === ")" ? undefined : operand(reader);
  reader.expect(")");
  switch (name) {
    case "attribute_exists":
      return one !== undefined;
    case "attribute_not_exists":
      return one === undefined;
    case "begins_with":
      return typeof one === "string" && typeof other === "string" && one.startsWith(other);
    case "contains":
      return one instanceof Set ? one.has(other) : String(one).includes(String(other));
    default:
      throw new ExpressionNotKnown(`${name} is not known here.`);
  }
}

function comparison(reader: Reader): boolean {
  const one = operand(reader);
  const by = reader.take().toUpperCase();
  if (by !== "BETWEEN") return compared(one, by, operand(reader));
  const low = operand(reader);
  reader.expect("AND");
  const high = operand(reader);
  return compared(one, ">=", low) && compared(one, "<=", high);
}

function operand(reader: Reader): unknown {
  if (reader.peek() !== "SIZE" || reader.peek(1) !== "(") return reader.value(reader.take());
  reader.take();
  reader.expect("(");
  const of = operand(reader);
  reader.expect(")");
  return of instanceof Set ? of.size : String(of ?? "").length;
}

/** Returns what a name or a placeholder stands for. */
export function placeholderValue(
  token: string,
  { names, values }: Placeholders,
  item: Item | undefined,
): unknown {
  if (token.startsWith(":")) {
    if (!values || !(token in values)) throw new ExpressionNotKnown(`${token} has no value.`);
    return values[token];
  }
  return item?.[nameOf(token, names)];
}

/** Returns the attribute that a name or a placeholder for one names. */
export function nameOf(token: string, names: Placeholders["names"]): string {
  return token.startsWith("#") ? (names?.[token] ?? token) : token;
}

/** What is not there compares as false, whatever with. */
function compared(one: unknown, by: string, other: unknown): boolean {
  if (by === "=") return isSame(one, other);
  if (by === "<>") return !isSame(one, other);
  if (typeof one === "string" && typeof other === "string")
    return ordered(one < other ? -1 : one > other ? 1 : 0, by);
  if (typeof one === "number" && typeof other === "number") return ordered(one - other, by);
  return false;
}

function ordered(difference: number, by: string): boolean {
  switch (by) {
    case "<":
      return difference < 0;
    case "<=":
      return difference <= 0;
    case ">":
      return difference > 0;
    case ">=":
      return difference >= 0;
    default:
      throw new ExpressionNotKnown(`${by} is not known here.`);
  }
}

function isSame(one: unknown, other: unknown): boolean {
  if (one instanceof Set && other instanceof Set) {
    return one.size === other.size && [...one].every((member) => other.has(member));
  }
  return one === other;
}
