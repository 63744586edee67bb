import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkPolicies } from "../../cli/commands/policy/check.ts";
import { placesIn } from "../../cli/place-in-file.ts";
import { minimalPolicy } from "../domain/policy/minimal-policy.ts";
import { keptTerminal } from "./kept-terminal.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const folder = temporaryFolder();

async function checked(files: readonly string[], options: { readonly strict?: boolean } = {}) {
  const terminal = keptTerminal();
  const code = await checkPolicies(terminal, files, options);
  return { code, text: terminal.results.join("\n"), document: terminal.documents[0] };
}

function lethe(...args: readonly string[]) {
  const ran = spawnSync(process.execPath, [join(ROOT, "cli", "lethe.mjs"), ...args], {
    cwd: ROOT,
    encoding: "utf8",
  });
  return { code: ran.status, out: ran.stdout, error: ran.stderr };
}

describe("lethe policy check", () => {
  it("passes a policy that nothing is wrong with, and says its digest", async () => {
    const file = folder.write("minimal.json", JSON.stringify(minimalPolicy));
    expect(await checked([file], { strict: true })).toMatchObject({
      code: 0,
      text: `${file}: 0 errors, 0 warnings`,
      document: [{ file, policy: "minimal", digest: expect.stringMatching(/^[0-9a-f]{64}$/), problems: [] }],
    });
  });

  it("names file, place, path, promise and remedy of each problem, all in one run", async () => {
    const bad = { ...minimalPolicy, retention: minimalPolicy.retention.slice(1) };
    const one = folder.write("one.json", JSON.stringify(bad, null, 2));
    const other = folder.write("other.json", JSON.stringify({ ...minimalPolicy, promises: [] }, null, 2));
    const { code, text } = await checked([one, other]);
    expect(code).toBe(1);
    expect(text).toMatch(/one\.json:\d+:\d+: categories\.picture\n {2}error category-without-end/);
    expect(text).toMatch(/hurts +MI1\n/);
    expect(text).toMatch(/instead Add a line to retention/);
    expect(text).toMatch(/other\.json:\d+:\d+: promises\n {2}error shape/);
  });

  it("lets warnings pass, and not with --strict", async () => {
    const { promises } = minimalPolicy;
    const kept = { status: "not-yet", missing: "everything" };
    const policy = { ...minimalPolicy, promises: promises.map((one) => ({ ...one, kept })) };
    const file = folder.write("warned.json", JSON.stringify(policy));
    expect((await checked([file])).code).toBe(0);
    expect((await checked([file], { strict: true })).code).toBe(1);
  });

  it.each([
    ["absent.ts", undefined, /There is no such file\./],
    ["throws.ts", 'throw new Error("not today");', /It throws when it is loaded: not today\./],
    ["missing.ts", 'import "./nowhere.ts";', /It throws when it is loaded: Cannot find module/],
    ["none.ts", "export const other = 1;", /It exports no `policy`\./],
    ["broken.json", "{", /It is not JSON: /],
    ["list.json", "[]", /It holds a list, not a policy\./],
    ["null.json", "null", /It holds null, not a policy\./],
    ["package.json", '{"name":"x"}', /It is not a policy: it has neither schema/],
    ["policy.yaml", "a: b", /It is neither a \.ts nor a \.json file\./],
  ])("says one clear thing of %s, and shows no stack", async (name, content, message) => {
    const file = content === undefined ? join(folder.path, name) : folder.write(name, content);
    const { code, text, document } = await checked([file]);
    expect(code).toBe(1);
    expect(text).toMatch(message);
    expect(text).toContain("1 error, 0 warnings");
    expect(text).not.toMatch(/\n\s+at /);
    expect(document).toMatchObject([{ file, problems: [{ rule: "file", severity: "error" }] }]);
  });

  it("tells all that is wrong with 500 stores, within seconds", async () => {
    const [store] = minimalPolicy.stores;
    const stores = Array.from({ length: 500 }, (_, at) => ({
      ...store,
      id: `store-${at}`,
      categories: ["nowhere"],
    }));
    const file = folder.write("many.json", JSON.stringify({ ...minimalPolicy, stores }, null, 2));
    const { code, text } = await checked([file]);
    expect(code).toBe(1);
    expect(text).toMatch(/many\.json:\d{4}:\d+: stores\.store-499/);
  });

  // Run by the real command: the test runner has a loader of its own.
  it("says at which line a file is no TypeScript, and shows no stack", () => {
    const syntax = folder.write("syntax.ts", "export const policy = {\n  a: ,\n};");
    const plain = folder.write("plain.ts", "export const policy = {};\nlet policy = 1;");
    const notErasable = folder.write("enum.ts", "enum A { b }\nexport const policy = A;");
    const { code, out, error } = lethe("policy", "check", syntax, plain, notErasable);
    expect(code).toBe(1);
    expect(error).toBe("");
    expect(out.match(/It is no TypeScript/g)).toHaveLength(3);
    expect(out).toContain("at line 2: ");
    expect(out).not.toMatch(/\n\s+at /);
  });

  it("prints one document on standard output, whatever is wrong", () => {
    const file = folder.write("again.json", "[");
    const { code, out, error } = lethe("policy", "check", file, "--json");
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject([{ file }]);
    expect(error).toBe("");
  });

  it("has help with an example everywhere, and a code of its own for what it does not understand", () => {
    expect(lethe("policy", "--help").out).toContain("Example: npx lethe policy check");
    for (const name of ["check", "diff", "publish", "text", "new"]) {
      expect(lethe("policy", name, "--help")).toMatchObject({
        code: 0,
        out: expect.stringContaining("Example: npx lethe policy"),
      });
    }
    expect(lethe("policy", "check", "--strickt").code).toBe(2);
    expect(lethe("policy", "diff", "one").code).toBe(2);
  });
});

describe("the place of a problem", () => {
  const text = [
    "// categories: none",
    "export const policy = {",
    '  service: { id: "x" },',
    "  stores: [",
    '    { id: "a", categories: ["categories"] },',
    '    { id: "b", kind: "s3", versioned: true },',
    "  ],",
    '  categories: [{ id: "b", what: "}" }],',
    "  processors: [{ ...mailVendor, receives: [] }],",
    "};",
  ].join("\n");

  it.each([
    ["stores.b.versioned", 6, 28],
    ["stores.a.categories", 5, 16],
    ["categories.b", 8, 16],
    ["categories.b.facial", 8, 16],
    ["processors.mail-vendor.receives", 9, 33],
    ["retention.a", 2, 23],
  ])("of %s is line %i, column %i, or the nearest thing around it", (path, line, column) => {
    expect(placesIn(text)(path)).toEqual({ line, column });
  });

  it("is nowhere in a file without a policy", () => {
    expect(placesIn("")("stores.a")).toBeUndefined();
    expect(placesIn(text)("(file)")).toBeUndefined();
  });
});
