import type { Scope } from "../../domain/erasure/scope.ts";
import { ITEM_KINDS } from "../../domain/erasure/scope.ts";
import type { SubjectId } from "../../domain/erasure/subject-id.ts";
import { literalPattern } from "../../domain/policy/literal-pattern.ts";
import type { ItemTemplates } from "../../domain/policy/store.ts";

/** Where one project, page or image of a subject is: among the keys with a prefix, those that hold. */
export interface ItemPlace {
  readonly prefix: string;
  holds(key: string): boolean;
}

/** A store cannot tell where such a thing is; nothing was listed, nothing was changed. */
export class ThingNotLocated extends Error {
  override readonly name = "ThingNotLocated";
}

/**
 * Returns where the thing is that a scope means; undefined if the scope is of everything the subject has.
 *
 * What a template leaves open, such as the project of a page, is listed and told apart: `…` at its end stands for any
 * rest, `{project}` for anything between two slashes or number signs.
 */
export function itemPlace(
  items: ItemTemplates | undefined,
  subject: SubjectId,
  scope: Scope,
): ItemPlace | undefined {
  const kind = ITEM_KINDS.find((one) => one === scope.kind);
  if (kind === undefined || !("id" in scope)) return undefined;
  const template = items?.[kind];
  if (template === undefined) {
    throw new ThingNotLocated(`No template of the store says where a ${kind} is: add it to its items.`);
  }
  const filled = template.replace("{subject}", () => subject).replace(`{${kind}}`, () => scope.id);
  const [prefix = ""] = filled.split(/[{…]/u);
  const pattern = filled
    .split(/(\{[a-z]+\}|…$)/u)
    .map((part) => (part === "…" ? ".*" : part.startsWith("{") ? "[^/#]+" : literalPattern(part)))
    .join("");
  const whole = new RegExp(`^${pattern}$`, "su");
  return { prefix, holds: (key) => whole.test(key) };
}
