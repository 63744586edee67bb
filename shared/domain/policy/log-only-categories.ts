import type { Policy } from "./policy.ts";
import { holdsSubjects } from "./store.ts";

/** Returns the categories that only stores emptied by age hold, such as log groups: they go by age, never by person. */
export function logOnlyCategories({ stores }: Policy): ReadonlySet<string> {
  const elsewhere = new Set(stores.filter(holdsSubjects).flatMap(({ categories }) => categories));
  const inLogs = stores.filter((store) => !holdsSubjects(store)).flatMap(({ categories }) => categories);
  return new Set(inLogs.filter((category) => !elsewhere.has(category)));
}
