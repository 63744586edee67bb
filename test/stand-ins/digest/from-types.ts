import { type Facts, objectFacts, oneOf, orNull } from "../facts.ts";

/**
 * Returns what the declarations of a vendor's own library say of a type, `RedactionJob`: the library is made by the vendor
 * from its specification, and is read where the specification itself cannot be had.
 *
 * @param text of a `.d.ts` file, formatted as generated ones are.
 */
export function fromTypes(text: string, name: string, levels = 2): Facts {
  const found = new RegExp(
    `^( *)(?:export )?interface ${last(name)}(?: extends [^{]+)? \\{\\n([\\s\\S]*?)^\\1\\}`,
    "mu",
  ).exec(within(name, text));
  if (!found || levels === 0) return { type: "object" };
  const [, indent = "", members = ""] = found;
  const field = new RegExp(`^${indent} {4}(\\w+|'[^']+')(\\??): ([\\s\\S]*?);$`, "gmu");
  const stated = [...members.matchAll(field)].filter(([, , , type]) => type !== "void");
  const fields = stated.map(([, key = "", mark = "", type = ""]) => ({
    key: key.replaceAll("'", ""),
    isOptional: mark === "?",
    facts: typeFacts(type, text, levels - 1),
  }));
  return objectFacts(
    Object.fromEntries(fields.map(({ key, facts }) => [key, facts])),
    fields.filter(({ isOptional }) => !isOptional).map(({ key }) => key),
  );
}

function typeFacts(type: string, text: string, levels: number): Facts {
  const ways = type.split(" | ").map((one) => one.trim());
  const others = ways.filter((one) => one !== "null");
  const facts = others.every((one) => /^'[^']*'$/u.test(one))
    ? { enum: others.map((one) => one.slice(1, -1)) }
    : oneOf(others.map((one) => wayFacts(one, text, levels)));
  return others.length < ways.length ? orNull(facts) : facts;
}

function wayFacts(type: string, text: string, levels: number): Facts {
  if (type === "string" || type === "number" || type === "boolean") return { type };
  if (type === "true" || type === "false") return { enum: [type === "true"] };
  // "Other" values may be added: then a list of them is not all.
  if (type === "OtherString" || /^'[^']*'$/u.test(type)) return { type: "string" };
  const inner = /^Array<(.+)>$/su.exec(type)?.[1];
  if (inner !== undefined) return { type: "array", items: typeFacts(inner, text, levels) };
  const alias = new RegExp(`^ *type ${last(type)} = ([^;]+);`, "mu").exec(within(type, text))?.[1];
  return alias === undefined ? fromTypes(text, type, levels) : typeFacts(alias, text, levels);
}

/** Returns the text from where the namespace begins that a name stands in. */
function within(name: string, text: string): string {
  const from = text.indexOf(`namespace ${name.split(".").at(-2) ?? "none-such"} {`);
  return from === -1 ? text : text.slice(from);
}

function last(name: string): string {
  return name.split(".").at(-1)?.replace(/\W/gu, "") || "none-such";
}
