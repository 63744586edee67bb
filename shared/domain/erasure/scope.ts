import { z } from "zod";
import { SCOPES } from "../policy/erasure-scope.ts";
import { DeclarationIdSchema } from "../policy/store.ts";

/** A kind of thing a person has several of, each with an id of its own. */
export const ITEM_KINDS = ["project", "page", "image"] as const;

/** The service's id of a project, page or image: it stands in keys, so it can be neither a path nor a wildcard. */
const ItemIdSchema = z
  .string()
  .regex(/^(?!\.{1,2}$)[A-Za-z0-9._-]{1,128}$/, "give an id of 1 to 128 of A-Z a-z 0-9 . _ and -");

/** What an erasure covers, as it was asked for. */
export const ScopeSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("account") }),
  z.strictObject({ kind: z.enum(ITEM_KINDS), id: ItemIdSchema }),
  z.strictObject({ kind: z.literal("category"), category: DeclarationIdSchema }),
  z.strictObject({ kind: z.literal("processors"), processor: DeclarationIdSchema.optional() }),
  z.strictObject({ kind: z.literal("minor") }),
  z.strictObject({ kind: z.literal("preserve-and-report") }),
]);

export type Scope = z.infer<typeof ScopeSchema>;
export type ScopeKind = Scope["kind"];
export type ItemKind = (typeof ITEM_KINDS)[number];

const ScopeKindSchema = z.enum(SCOPES);

/**
 * A scope as records carry it: an item by its reference, never by its id, which only the request knows and forgets.
 */
export const recordedScopeFields = {
  scope: ScopeKindSchema,
  itemRef: z.string().min(1).optional(),
  category: DeclarationIdSchema.optional(),
  processor: DeclarationIdSchema.optional(),
};

const RecordedScopeSchema = z.object(recordedScopeFields);
export type RecordedScope = z.infer<typeof RecordedScopeSchema>;

/** Returns what two erasures of one person must differ in to be two: one each of these may be open. */
export function scopeKey({ scope, itemRef, category, processor }: RecordedScope): string {
  return [scope, itemRef ?? category ?? processor].filter((part) => part !== undefined).join(":");
}

/** Returns the part of a record that says what it covers. */
export function recordedScope({ scope, itemRef, category, processor }: RecordedScope): RecordedScope {
  return {
    scope,
    ...(itemRef === undefined ? {} : { itemRef }),
    ...(category === undefined ? {} : { category }),
    ...(processor === undefined ? {} : { processor }),
  };
}

/** What was given is no scope; nothing was looked up, nothing was changed. */
export class InvalidScope extends Error {
  override readonly name = "InvalidScope";
}

/**
 * Returns the scope of a text such as `account`, `project:ID`, `category:NAME` or `processors:ID`.
 *
 * @throws {InvalidScope} saying which there are; what was typed is not repeated.
 */
export function scopeOf(text: string): Scope {
  const colon = text.indexOf(":");
  const kind = colon === -1 ? text : text.slice(0, colon);
  const rest = colon === -1 ? undefined : text.slice(colon + 1);
  const parsed = ScopeSchema.safeParse(declared(kind, rest));
  if (parsed.success) return parsed.data;
  throw new InvalidScope(
    "This is no scope: give account, project:ID, page:ID, image:ID, category:NAME, processors, processors:ID, minor or preserve-and-report; an id is 1 to 128 of A-Z a-z 0-9 . _ and -.",
  );
}

/** The same as a field of a document. */
export const ScopeTextSchema = z.string().transform((text, context) => {
  try {
    return scopeOf(text);
  } catch (error) {
    if (!(error instanceof InvalidScope)) throw error;
    context.addIssue({ code: "custom", message: error.message });
    return z.NEVER;
  }
});

/** Returns the text that {@link scopeOf} reads. */
export function scopeText(scope: Scope): string {
  switch (scope.kind) {
    case "project":
    case "page":
    case "image":
      return `${scope.kind}:${scope.id}`;
    case "category":
      return `category:${scope.category}`;
    case "processors":
      return scope.processor === undefined ? "processors" : `processors:${scope.processor}`;
    case "account":
    case "minor":
    case "preserve-and-report":
      return scope.kind;
  }
}

/** The whole of what a person has. */
export const ACCOUNT: Scope = { kind: "account" };

/** Says whether a scope closes the account: then sign-in is refused from the freeze on. */
export function closesAccount(kind: ScopeKind): boolean {
  return kind === "account" || kind === "minor" || kind === "preserve-and-report";
}

function declared(kind: string, rest: string | undefined): unknown {
  if (rest === undefined) return { kind };
  if (kind === "category") return { kind, category: rest };
  if (kind === "processors") return { kind, processor: rest };
  return { kind, id: rest };
}
