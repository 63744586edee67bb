import type { Scope } from "../../../domain/erasure/scope.ts";
import { fillSubject, type SubjectId } from "../../../domain/erasure/subject-id.ts";
import type { S3Layout } from "../../../domain/policy/store.ts";
import { type ItemPlace, itemPlace } from "../item-place.ts";

/** Returns where a scope's entries of a subject are: all keys under their prefix, or those of one thing. */
export function placeOf(store: S3Layout, subject: SubjectId, scope: Scope): ItemPlace {
  const everything = { prefix: fillSubject(store.keyTemplate, subject), holds: () => true };
  return itemPlace(store.items, subject, scope) ?? everything;
}
