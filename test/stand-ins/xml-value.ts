import type { Facts } from "./facts.ts";

/** Returns what lies in the outermost element of a document of XML, by what it should be. */
export function xmlValue(xml: string, facts: Facts): unknown {
  const [, , inner = ""] = /<(\w+)[^>]*>([\s\S]*)<\/\1>\s*$/u.exec(xml.replace(/^<\?[^>]*\?>/u, "")) ?? [];
  return contentOf(inner, facts);
}

function contentOf(xml: string, facts: Facts): unknown {
  const elements = [...xml.matchAll(/<(\w+)[^>]*>([\s\S]*?)<\/\1>/gu)];
  if (facts.items !== undefined) {
    const { items } = facts;
    return elements.map(([, , inner = ""]) => contentOf(inner, items));
  }
  if (elements.length === 0) return facts.type === "integer" ? Number(xml) : xml;
  return Object.fromEntries(
    elements.map(([, name = "", inner = ""]) => [name, contentOf(inner, facts.properties?.[name] ?? {})]),
  );
}
