import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { App } from "aws-cdk-lib";
import { afterAll, describe, expect, it } from "vitest";
import { run } from "../../cli/run.ts";
import { LetheStage } from "../../infra/lethe-stage.ts";
import { checkPolicy } from "../../shared/domain/policy/check-policy.ts";
import { POLICY_RULES } from "../../shared/domain/policy/checks/rules.ts";
import { PolicyRefused } from "../../shared/domain/policy/compile-policy.ts";
import type { PolicyDeclaration } from "../../shared/domain/policy/policy.ts";
import { type RuleExample, ruleExamples } from "../domain/policy/checks/rule-example.ts";

const ROOT = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "lethe-refused-"));
afterAll(() => rmSync(folder, { recursive: true }));

const examples = [...(await ruleExamples())].map(([id, example]) => ({
  id,
  example,
  severity: POLICY_RULES.find((rule) => rule.id === id)?.severity,
}));
const errors = examples.filter(({ severity }) => severity === "error");
const warnings = examples.filter(({ severity }) => severity === "warning");

describe("at synthesis, every rule", () => {
  it("has an example", () => {
    expect(errors.length + warnings.length).toBe(POLICY_RULES.length);
    expect(warnings.length).toBeGreaterThan(2);
  });

  it.each(errors)("refuses its example before anything is made: $id", ({ id, example }) => {
    const app = new App();
    const text = refusal(() => stageOf(app, example));
    expect(text).toContain(`policies/${id}.ts: ${example.path}\n  error ${id}: `);
    if (example.hurts.length > 0) expect(text).toContain(`hurts   ${example.hurts.join(", ")}\n`);
    expect(app.node.children).toEqual([]);
  });

  it.each(errors)("lets the other policy of its example pass: $id", ({ example }) => {
    const { problems } = checkPolicy(example.passes, at(example));
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it.each(warnings)("that only warns leaves a note with its name and place: $id", ({ id, example }) => {
    const app = new App();
    stageOf(app, example);
    const stacks = app.synth().nestedAssemblies.flatMap(({ nestedAssembly }) => nestedAssembly.stacks);
    const notes = stacks.flatMap(({ messages }) => messages.map(({ entry }) => String(entry.data)));
    const told = notes.filter((note) => note.endsWith(`[ack: lethe:${id}:${example.path}]`));
    expect(told).toEqual([expect.stringContaining(`${example.path}: `)]);
  });

  it.each(warnings)("that only warns refuses its example when it is strict: $id", ({ id, example }) => {
    const app = new App();
    const text = refusal(() => stageOf(app, example, { strict: true }));
    expect(text).toContain(`policies/${id}.ts: ${example.path}\n  warning ${id}: `);
    if (example.hurts.length > 0) expect(text).toContain(`hurts   ${example.hurts.join(", ")}\n`);
    expect(app.node.children).toEqual([]);
  });

  function stageOf(app: App, example: RuleExample, { strict = false } = {}): LetheStage {
    const [region = ""] = example.refused.service.regions;
    const { id } = examples.find((one) => one.example === example) ?? { id: "" };
    const target = { region, local: true, file: `policies/${id}.ts`, strict, ...at(example) };
    return new LetheStage(app, example.refused, target);
  }
});

describe("lethe policy check", () => {
  it.each(examples)("finds the same, and refuses it: $id", async ({ id, example, severity }) => {
    const file = join(folder, `${id}.json`);
    writeFileSync(file, JSON.stringify(example.refused, null, 2));
    // The command asks by the day on which it runs; whatever was refused then is refused now.
    const today = new Date().toISOString().slice(0, 10);
    const found = checkPolicy(example.refused, { today }).problems.filter(({ rule }) => rule === id);
    expect(found).not.toEqual([]);

    const loose = await ran("policy", "check", file, "--json");
    const strict = await ran("policy", "check", file, "--json", "--strict");

    expect([loose.code, strict.code]).toEqual([severity === "error" ? 1 : 0, 1]);
    for (const { out } of [loose, strict]) {
      const [{ problems }] = JSON.parse(out);
      const same = problems.filter(({ rule }: { rule: string }) => rule === id);
      expect(same).toEqual(found.map((problem) => expect.objectContaining(problem)));
    }
  });
});

describe("the real command", () => {
  it("refuses a policy of a file, as a compiler does and without a stack trace", () => {
    const file = written("category-without-end");
    const ended = synthesise({ policy: file });
    expect(ended).toMatchObject({ code: 1, out: "" });
    expect(ended.error).toContain(`${file} is refused for 1 problem:`);
    expect(ended.error).toMatch(/error category-without-end: .*\n {2}hurts/);
  });

  it("refuses what only warns when it is strict", () => {
    const ended = synthesise({ policy: written("promise-not-kept"), strict: "true" });
    expect(ended).toMatchObject({ code: 1, out: "" });
    expect(ended.error).toMatch(/warning promise-not-kept: .*\n {2}hurts {3}MI2/);
  });

  it("is cdk, which says the same and ends with 1", () => {
    // From the folder it is run in, as a person writes it.
    const file = relative(ROOT, written("copy-outlives-promise"));
    const app = `${process.execPath} infra/app.ts`;
    const args = ["synth", "--app", app, "-c", `policy=${file}`, "--output", join(folder, "out"), "--quiet"];
    const ended = started(join(ROOT, "node_modules/.bin/cdk"), [...args, "--no-notices"]);
    expect(ended).toMatchObject({ code: 1, out: "" });
    expect(ended.error).toContain(
      `${file}: stores.pictures.pointInTimeRecoveryDays\n  error copy-outlives-promise`,
    );
  });

  it.each([
    ["absent.ts", undefined, /absent\.ts: There is no such file\./],
    ["throws.ts", 'throw new Error("not today");', /It throws when it is loaded: not today\./],
    ["missing.ts", 'import "./nowhere.ts";', /It throws when it is loaded: Cannot find module/],
    ["none.ts", "export const other = 1;", /It exports no `policy`\./],
    ["syntax.ts", "export const policy = {\n  a: ,\n};", /It is no TypeScript at line 2: /],
    ["list.ts", "export const policy: string[] = [];", /list\.ts is refused for 1 problem/],
    ["policy.yaml", "a: b", /It is no \.ts file\./],
    ["no-ending", undefined, /no-ending: It is no \.ts file\./],
  ])("says one clear thing of %s, and shows no stack", (name, content, message) => {
    const policy = join(folder, name);
    if (content !== undefined) writeFileSync(policy, content);
    const ended = synthesise({ policy });
    expect(ended).toMatchObject({ code: 1, out: "" });
    expect(ended.error).toMatch(message);
  });

  function written(id: string): string {
    const example = examples.find((one) => one.id === id)?.example;
    const file = join(folder, `${id}.ts`);
    const type = join(ROOT, "shared/domain/policy/policy.ts");
    const lines = [
      `import type { PolicyDeclaration } from ${JSON.stringify(type)};`,
      `export const policy = ${JSON.stringify(declarationOf(example))} satisfies PolicyDeclaration;`,
    ];
    writeFileSync(file, lines.join("\n"));
    return file;
  }
});

function declarationOf(example: RuleExample | undefined): PolicyDeclaration {
  if (example === undefined) throw new Error("There is no such example.");
  return example.refused;
}

function at({ today }: RuleExample): { readonly today?: string } {
  return today === undefined ? {} : { today };
}

function refusal(make: () => unknown): string {
  try {
    make();
  } catch (error) {
    if (error instanceof PolicyRefused) return error.message;
    throw error;
  }
  throw new Error("It was not refused.");
}

async function ran(...args: readonly string[]) {
  const out: string[] = [];
  const code = await run(args, {}, { out: (text) => out.push(text), err: () => undefined });
  return { code, out: out.join("") };
}

/** Does what the CDK does with the app of `cdk.json`. */
function synthesise(context: Readonly<Record<string, string>>) {
  const environment = { CDK_CONTEXT_JSON: JSON.stringify(context), CDK_OUTDIR: join(folder, "out") };
  return started(process.execPath, ["infra/app.ts"], environment);
}

function started(
  command: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
) {
  const ended = spawnSync(command, args, {
    cwd: ROOT,
    encoding: "utf8",
    env: { ...process.env, ...environment },
  });
  expect(ended.stderr).not.toMatch(/\n\s+at /);
  return { code: ended.status, out: ended.stdout, error: ended.stderr };
}
