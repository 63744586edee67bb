import type { Policy } from "./policy.ts";

/** Returns the categories that log groups hold and no other store does: lines go by age, never by person. */
export function logOnlyCategories({ stores }: Policy): ReadonlySet<string> {
  const elsewhere = new Set(
    stores.filter(({ kind }) => kind !== "log-group").flatMap(({ categories }) => categories),
  );
  const inLogs = stores.filter(({ kind }) => kind === "log-group").flatMap(({ categories }) => categories);
  return new Set(inLogs.filter((category) => !elsewhere.has(category)));
}
