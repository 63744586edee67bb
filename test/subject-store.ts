import type { z } from "zod";
import { holdsSubjects, StoreSchema, type SubjectStore } from "../shared/domain/policy/store.ts";

/** Returns a store as a policy declares it, with what has a default filled in. */
export function subjectStore(declared: z.input<typeof StoreSchema>): SubjectStore {
  const store = StoreSchema.parse(declared);
  if (holdsSubjects(store)) return store;
  throw new Error(`Nobody can be found in the log group ${store.id}.`);
}
