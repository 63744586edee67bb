import type { MailScope } from "../intent.ts";

/** What can be erased. */
export const OBJECTS = [
  "account",
  "everything",
  "data",
  "face",
  "projects",
  "project",
  "processors",
] as const;

export type ErasureObject = (typeof OBJECTS)[number];

/** Returns the scope of objects: one contains another or does not; where it may or may not, a person looks. */
export function scopeOf(
  linked: ReadonlySet<ErasureObject>,
  isInclusive: boolean,
): MailScope | "several" | undefined {
  const has = (kind: ErasureObject): boolean => linked.has(kind);
  const parts = (["face", "project", "processors"] as const).filter(has);
  if (has("account")) return has("project") ? "several" : "account";
  if (has("everything") && parts.length === 0) return "account";
  if (has("projects") || parts.length > 1) return "several";
  if (has("everything")) return isInclusive && !has("project") ? "account" : partOnly(parts, isInclusive);
  if (parts.length === 1) return has("data") && isInclusive ? "several" : partOnly(parts, false);
  return has("data") ? "account" : undefined;
}

function partOnly(
  [part]: readonly ("face" | "project" | "processors")[],
  isInclusive: boolean,
): MailScope | "several" {
  if (isInclusive) return "several";
  if (part === "face") return "facial-data";
  return part ?? "several";
}
