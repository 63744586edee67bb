import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "..");
/** Also the imports that commands make when they run. */
const IMPORT = /(?:^|\n)\s*(?:import|export)[^;]*?from\s+"([^"]+)"|\bimport\("([^"]+)"\)/g;

/**
 * What each part may import: other parts, and packages. Nothing may import infra, functions, cli or console; the
 * client is for the service's own code, so nothing of ours may but what measures it.
 */
const TABLE: Readonly<Record<string, { readonly parts: readonly string[]; readonly packages: RegExp }>> = {
  policies: { parts: ["policies", "shared/domain", "shared/adapters/processors"], packages: /^$/ },
  "shared/domain": {
    parts: ["shared/domain"],
    packages: /^(zod|node:crypto|canonicalize|temporal-polyfill)$/,
  },
  "shared/operations": { parts: ["shared/domain", "shared/operations"], packages: /^$/ },
  "shared/adapters": {
    parts: ["shared/domain", "shared/operations/ports.ts", "shared/adapters"],
    packages:
      /^(zod|node:.*|@aws-sdk\/.*|@smithy\/.*|mailparser|postal-mime|nodemailer\/lib\/mail-composer)$/,
  },
  infra: {
    parts: [
      "infra",
      "policies",
      "shared/domain",
      "shared/adapters/aws/deployment.ts",
      "shared/adapters/policy-file.ts",
    ],
    packages: /^(zod|node:.*|aws-cdk-lib.*|constructs|cdk-nag|esbuild|commander|@aws-sdk\/client-sts)$/,
  },
  functions: {
    parts: ["functions", "shared"],
    packages: /^(zod|node:.*|@aws-sdk\/.*|@aws-lambda-powertools\/.*|@middy\/core|aws-lambda)$/,
  },
  cli: {
    parts: ["cli", "local", "shared"],
    packages: /^(zod|node:.*|commander|parse5|@clack\/prompts|@aws-sdk\/.*|@smithy\/.*)$/,
  },
  client: { parts: ["client", "shared"], packages: /^(zod|node:.*|@aws-sdk\/.*)$/ },
  local: {
    parts: ["local", "client", "shared"],
    packages: /^(zod|node:.*|commander|mailauth|nodemailer|smtp-server|@aws-sdk\/.*)$/,
  },
};

interface Import {
  readonly file: string;
  readonly of: string;
}

const files = Object.keys(TABLE).flatMap((part) => filesUnder(part).map((file) => ({ part, file })));
const imports = files.flatMap(({ part, file }) => importsOf(file).map((of) => ({ part, file, of })));

describe("the parts of the system", () => {
  it.each(Object.keys(TABLE))("were looked at: %s has files that import something", (part) => {
    expect(files.filter((file) => file.part === part).length).toBeGreaterThan(0);
    if (part !== "policies") expect(imports.filter((one) => one.part === part).length).toBeGreaterThan(3);
  });

  it.each(Object.entries(TABLE))("import only what they may: %s", (part, { parts, packages }) => {
    const forbidden = imports.filter(({ part: from, of }) => {
      if (from !== part) return false;
      return of.startsWith("/") ? !parts.some((allowed) => isIn(of.slice(1), allowed)) : !packages.test(of);
    });
    expect(forbidden.map(({ file, of }) => `${file} imports ${of}`)).toEqual([]);
  });

  it("declare what a vendor says apart from what speaks to it: policies import the one without the other", () => {
    const declarations = files.filter(({ file }) => /\/processors\/[^/]+\/processor\.ts$/.test(file));
    expect(declarations.length).toBeGreaterThan(5);
    const names = declarations.map(({ file }) => file);
    const fromPolicies = imports.filter(({ part, of }) => part === "policies" && of.includes("/processors/"));
    expect(fromPolicies.filter(({ of }) => !names.includes(of.slice(1)))).toEqual([]);
    const theirs = imports.filter(({ file }) => names.includes(file));
    expect(theirs.filter(({ of }) => !isIn(of.slice(1), "shared/domain"))).toEqual([]);
  });

  it("are found out when they import what they may not", () => {
    const text =
      'import { App } from "aws-cdk-lib";\nimport type { X } from "../../../infra/app.ts";\nawait import("parse5");\n';
    expect(parsed(text, "shared/domain/policy/policy.ts")).toEqual([
      "aws-cdk-lib",
      "/infra/app.ts",
      "parse5",
    ]);
  });

  it("have no circle in the domain", () => {
    expect(circleIn(imports.filter(({ part }) => part === "shared/domain"))).toBeUndefined();
  });

  it("would show a circle", () => {
    const circle = [
      { file: "a.ts", of: "/b.ts" },
      { file: "b.ts", of: "/a.ts" },
    ];
    expect(circleIn(circle)).toEqual(["a.ts", "b.ts", "a.ts"]);
  });
});

function filesUnder(part: string): readonly string[] {
  return readdirSync(join(ROOT, part), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(part, name));
}

function importsOf(file: string): readonly string[] {
  return parsed(readFileSync(join(ROOT, file), "utf8"), file);
}

/** Returns packages as they are named, and files as paths from the root, with a slash before. */
function parsed(text: string, file: string): readonly string[] {
  return [...text.matchAll(IMPORT)]
    .map(([, fixed, lazy]) => fixed ?? lazy ?? "")
    .map((name) => (name.startsWith(".") ? `/${relative(ROOT, join(ROOT, dirname(file), name))}` : name));
}

function isIn(file: string, part: string): boolean {
  return file === part || file.startsWith(`${part}/`);
}

function circleIn(edges: readonly Import[]): readonly string[] | undefined {
  const next = new Map<string, string[]>();
  for (const { file, of } of edges) {
    if (of.startsWith("/")) next.set(file, [...(next.get(file) ?? []), of.slice(1)]);
  }
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const other of next.get(file) ?? []) {
      const circle = walk(other, [...path, file]);
      if (circle) return circle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of next.keys()) {
    const circle = walk(file, []);
    if (circle) return circle;
  }
  return undefined;
}
