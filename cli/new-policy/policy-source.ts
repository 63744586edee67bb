import { dirname, join, relative } from "node:path";
import type { DraftPolicy, DraftProcessor } from "./draft-policy.ts";
import type { KnownProcessor } from "./processor-catalogue.ts";

const POLICY_TYPES = join(import.meta.dirname, "..", "..", "shared", "domain", "policy", "policy.ts");
/** As biome.json has it. */
const LINE_WIDTH = 110;

/** Code that stands as it is. */
class Verbatim {
  readonly code: string;

  constructor(code: string) {
    this.code = code;
  }
}

/** Returns the TypeScript of a policy, formatted, for a file at this path. */
export function policySource(draft: DraftPolicy, file: string, known: readonly KnownProcessor[]): string {
  const used = draft.processors
    .map(({ from }) => known.find(({ facts }) => facts.id === from))
    .filter((one) => one !== undefined);
  const imports = used
    .map((one) => [one.exportName, importPath(file, one.file)] as const)
    .toSorted(([, one], [, other]) => (one < other ? -1 : 1));
  const value = { ...draft, processors: draft.processors.map((processor) => spreading(processor, known)) };
  return [
    ...imports.map(([name, path]) => `import { ${name} } from "${path}";`),
    `import type { PolicyDeclaration } from "${importPath(file, POLICY_TYPES)}";`,
    "",
    "/**",
    ` * What ${oneLine(draft.service.name)} holds, for how long, and what it promised. Begun with \`lethe policy new\`: give each`,
    " * promise the sentence that is published, and bind it to what keeps it.",
    " */",
    `export const policy = ${printed(value, "", "} satisfies PolicyDeclaration;".length)} satisfies PolicyDeclaration;`,
    "",
  ].join("\n");
}

function importPath(from: string, to: string): string {
  const path = relative(dirname(from), to).replaceAll("\\", "/");
  return path.startsWith(".") ? path : `./${path}`;
}

/** The name must not end the comment that it stands in. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").replaceAll("*/", "* /");
}

function spreading(
  { from, more }: DraftProcessor,
  known: readonly KnownProcessor[],
): Readonly<Record<string, unknown>> {
  const name = known.find(({ facts }) => facts.id === from)?.exportName ?? from;
  return { [`...${name}`]: new Verbatim(`...${name}`), ...more };
}

/** Prints on one line what fits there, as the formatter does. */
function printed(value: unknown, indent: string, before: number): string {
  const flat = flatText(value);
  if (!breaksAnyway(value) && indent.length + before + flat.length < LINE_WIDTH) return flat;
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    const members = value.map((member) => `${deeper}${printed(member, deeper, 1)},`);
    return `[\n${members.join("\n")}\n${indent}]`;
  }
  if (typeof value !== "object" || value === null) return flat;
  const entries = Object.entries(value).map(([key, member]) =>
    member instanceof Verbatim
      ? `${deeper}${member.code},`
      : `${deeper}${keyText(key)}: ${printed(member, deeper, keyText(key).length + 3)},`,
  );
  return `{\n${entries.join("\n")}\n${indent}}`;
}

function flatText(value: unknown): string {
  if (value instanceof Verbatim) return value.code;
  if (Array.isArray(value)) return `[${value.map(flatText).join(", ")}]`;
  if (typeof value === "number") return numberText(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, member]) =>
    member instanceof Verbatim ? member.code : `${keyText(key)}: ${flatText(member)}`,
  );
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

/** The formatter breaks a list of several objects of several keys each, and so does a reader. */
function breaksAnyway(value: unknown): boolean {
  if (Array.isArray(value)) {
    const large = (member: unknown) =>
      typeof member === "object" && member !== null && Object.keys(member).length > 1;
    return (value.length > 1 && value.every(large)) || value.some(breaksAnyway);
  }
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some(breaksAnyway);
}

function keyText(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
}

function numberText(value: number): string {
  return value >= 10_000 ? value.toLocaleString("en-US").replaceAll(",", "_") : String(value);
}
