/** Settings of one resource by name, each as text that can be compared; one that is left out is not compared. */
export type Settings = Readonly<Record<string, string>>;

/** Properties of a resource in a template. */
export type Properties = Readonly<Record<string, unknown>>;

/** What a setting is called when it is not there. */
export const NONE = "none";

/** Returns a value as text to compare: members in the order of their names, those that are not set left out. */
export function comparable(value: unknown): string {
  return value === undefined ? NONE : JSON.stringify(sorted(value));
}

/** Says whether a template's boolean is true; CloudFormation also takes the text. */
export function isTrue(value: unknown): boolean {
  return value === true || String(value).toLowerCase() === "true";
}

/** Returns a member that is an object, empty if it is missing. */
export function member(properties: Properties, name: string): Properties {
  const value = properties[name];
  return isProperties(value) ? value : {};
}

/** Returns the objects of a member that is a list, none if it is missing. */
export function members(properties: Properties, name: string): readonly Properties[] {
  const value = properties[name];
  return Array.isArray(value) ? value.filter(isProperties) : [];
}

/** Returns what a call answers, or undefined if it says, by one of these error names, that there is nothing. */
export async function answerOrNothing<Answer>(
  call: Promise<Answer>,
  ...nothing: readonly string[]
): Promise<Answer | undefined> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof Error && nothing.includes(error.name)) return undefined;
    throw error;
  }
}

/** Says whether a value has members by name. */
export function isProperties(value: unknown): value is Properties {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isProperties(value)) return value;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(
    entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, sorted(each)]),
  );
}
