import type { ItemKind } from "../../domain/erasure/scope.ts";
import type { ItemTemplates } from "../../domain/policy/store.ts";

/**
 * Says whether a key is of one thing of a subject, part by part. The verifiers' own: finders and erasers match by a
 * pattern, so that a fault in one of the two is seen by the other.
 */
export function isKeyOfItem(
  items: ItemTemplates | undefined,
  subject: string,
  { kind, id }: { readonly kind: ItemKind; readonly id: string },
  key: string,
): boolean {
  const template = items?.[kind];
  if (template === undefined) throw new Error(`Nothing says where a ${kind} is: add it to the items.`);
  const known: Readonly<Record<string, string>> = { "{subject}": subject, [`{${kind}}`]: id };
  let rest = key;
  for (const part of template.match(/\{[a-z]+\}|…|[^{…]+/gu) ?? []) {
    if (part === "…") return true;
    const wanted = known[part] ?? (part.startsWith("{") ? openPartOf(rest) : part);
    if (wanted === "" || !rest.startsWith(wanted)) return false;
    rest = rest.slice(wanted.length);
  }
  return rest === "";
}

/** Returns the longest beginning of a template that is known: where looking has to start. */
export function knownBeginning(
  items: ItemTemplates | undefined,
  subject: string,
  { kind, id }: { readonly kind: ItemKind; readonly id: string },
): string {
  const known: Readonly<Record<string, string>> = { "{subject}": subject, [`{${kind}}`]: id };
  let beginning = "";
  for (const part of (items?.[kind] ?? "").match(/\{[a-z]+\}|…|[^{…]+/gu) ?? []) {
    const text = known[part] ?? (part === "…" || part.startsWith("{") ? undefined : part);
    if (text === undefined) break;
    beginning += text;
  }
  return beginning;
}

function openPartOf(rest: string): string {
  const [part = ""] = rest.split(/[/#]/u);
  return part;
}
