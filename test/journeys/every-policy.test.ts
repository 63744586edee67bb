import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { REPOSITORY } from "../../local/local-environment.ts";
import { runProgram } from "./program.ts";

const policies = readdirSync(join(REPOSITORY, "policies"))
  .filter((name) => name.endsWith(".ts"))
  .map((name) => name.slice(0, -".ts".length));

const nothingLeft = { id: z.string(), found: z.number(), left: z.literal(0), retained: z.literal(0) };
const ErasureSchema = z.looseObject({
  state: z.literal("completed"),
  stores: z.array(
    z.union([
      z.looseObject({ ...nothingLeft, pseudonymised: z.literal(0), outcome: z.literal("deleted") }),
      z.looseObject({
        ...{ ...nothingLeft, deleted: z.literal(0), pseudonymised: z.number().positive() },
        outcome: z.literal("retained-until"),
      }),
    ]),
  ),
});
const StartedSchema = z.strictObject({
  certificate: z.string(),
  erasure: ErasureSchema,
  outputs: z.looseObject({ stores: z.array(z.looseObject({ id: z.string(), kind: z.string() })) }),
  seconds: z.number(),
});
const RowSchema = z.looseObject({ id: z.string(), status: z.string(), evidence: z.array(z.string()) });

/** What each policy keeps by something that was seen to work, on a machine that enforces no permissions. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  "coloring-book": ["CB1", "CB2", "CB3", "CB6", "CB8", "CB10", "CB12", "CB14", "CB15"],
  "dream-portraits": ["DP4", "DP6", "DP7", "DP9", "DP11"],
  "gpt-image": ["GI6", "GI8", "GI10"],
  "image-designer": ["ID5", "ID7", "ID8", "ID9", "ID12"],
  "image-gen": ["IG3", "IG4", "IG5a", "IG5b", "IG8", "IG13", "IG15"],
};

/** Stores in which a person is not found by a key of theirs, and exports: each had something of the one who was erased. */
const FOUND: Readonly<Record<string, readonly string[]>> = {
  "coloring-book": ["project-members"],
  "image-gen": ["grievances", "exports"],
};

/** They share an embedded AWS, as on a machine where one is tried after the other. What was seen is kept for `lethe promises`. */
describe("npm start", () => {
  // Inside the repository, where it is for everybody: functions are unpacked below our own package.json there.
  const home = join(REPOSITORY, ".lethe", `test-policies-${process.pid}`);
  mkdirSync(home, { recursive: true });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  const node = (script: string, ...args: readonly string[]) =>
    runProgram(join(REPOSITORY, "node_modules/.bin/node"), [join(REPOSITORY, script), ...args], {
      ...process.env,
      LETHE_HOME: home,
    });

  const started = new Map<string, z.infer<typeof StartedSchema>>();

  it.each(policies)("deploys %s, erases one of its people, and writes down what it saw", async (policy) => {
    const ended = await node("local/start.ts", "--once", "--json", "--policy", policy);
    expect([ended.exitCode, ended.stderr]).toEqual([0, expect.stringContaining("still have all of their")]);
    expect(ended.stderr).toContain("Deploying");
    const start = StartedSchema.parse(JSON.parse(ended.stdout));
    started.set(policy, start);
    const { erasure } = start;
    expect(erasure.stores.length).toBeGreaterThan(2);
    const found = erasure.stores.filter((store) => store.found > 0).map(({ id }) => id);
    expect(found).toEqual(expect.arrayContaining([...(FOUND[policy] ?? [])]));

    const report = await node("cli/main.ts", "promises", "--policy", policy, "--json");
    const rows = z.array(RowSchema).parse(JSON.parse(report.stdout));
    const kept = rows.filter(({ status }) => status === "kept");
    expect(kept.map(({ id }) => id).toSorted()).toEqual([...(KEPT[policy] ?? [])].toSorted());
    for (const { evidence } of kept) expect(evidence.join()).toContain("on the embedded AWS");
  });

  it("is the portrait service where none is named; what it has it deploys no second time, and erases somebody else", async () => {
    const again = await node("local/start.ts", "--once", "--json");
    expect([again.exitCode, again.stderr]).toEqual([0, expect.stringContaining("nothing to deploy")]);
    const [first, other] = [started.get("dream-portraits"), StartedSchema.parse(JSON.parse(again.stdout))];
    expect(other.outputs).toEqual(first?.outputs);
    expect(other.certificate).not.toBe(first?.certificate);
    for (const certificate of [first?.certificate, other.certificate]) {
      expect(existsSync(certificate ?? "")).toBe(true);
    }
  });
});
