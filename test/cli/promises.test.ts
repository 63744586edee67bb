import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { showPromises } from "../../cli/commands/promises.ts";
import { policyFiles, policyName } from "../../cli/policy-file.ts";
import { run } from "../../cli/run.ts";
import { compilePolicy } from "../../shared/domain/policy/compile-policy.ts";
import type { Measurement } from "../../shared/domain/promises/measurement.ts";
import { minimalPolicy } from "../domain/policy/minimal-policy.ts";
import { keptTerminal } from "./kept-terminal.ts";
import { written } from "./service.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const folder = temporaryFolder();
const empty = { environment: { LETHE_MEASURED: join(folder.path, "nothing") } };
const RowsSchema = z.array(
  z.strictObject({
    id: z.string(),
    policy: z.string(),
    kind: z.string(),
    status: z.enum(["kept", "attested", "text-conflict", "not-yet", "not-applicable"]),
    keptBy: z.array(z.string()),
    evidence: z.array(z.string()),
    missing: z.string().min(1).optional(),
  }),
);

const minimal = folder.write("minimal.json", JSON.stringify(minimalPolicy));

/** Returns where measurements of the minimal policy lie: its erasure was looked at once. */
function measured(name: string, changes: Partial<Measurement> = {}) {
  const path = join(folder.path, name);
  const at = "2026-11-24T10:00:00.000Z";
  const measurement: Measurement = {
    mechanism: { mechanism: "erasure", scope: "account" },
    environment: "embedded-aws",
    held: true,
    how: "one of twelve was erased, and found nowhere",
    from: at,
    to: at,
    looks: 1,
    policyDigest: compilePolicy(minimalPolicy).digest,
    commit: "abc1234",
    ...changes,
  };
  const document = { schema: "lethe.measured/1", policy: "minimal", measurements: [measurement] };
  mkdirSync(path);
  writeFileSync(join(path, "minimal.json"), JSON.stringify(document));
  return { environment: { LETHE_MEASURED: path } };
}

describe("lethe promises", () => {
  it("tells of every promise of every policy, as one list of exactly the keys that are documented", async () => {
    const terminal = keptTerminal();
    expect(await showPromises(terminal, {}, empty)).toBe(0);
    const rows = RowsSchema.parse(terminal.documents[0]);
    const policies = [...new Set(rows.map(({ policy }) => policy))];
    expect(policies).toEqual(policyFiles().map(policyName));
    expect(new Set(rows.map(({ id, policy }) => `${policy}.${id}`)).size).toBe(rows.length);
  });

  it("calls nothing kept where nothing was measured, and says what is missing", async () => {
    const terminal = keptTerminal();
    await showPromises(terminal, {}, empty);
    const rows = RowsSchema.parse(terminal.documents[0]);
    expect(rows.filter(({ status }) => status === "kept")).toEqual([]);
    const open = rows.filter(({ status }) => status === "not-yet" || status === "text-conflict");
    expect(open.filter(({ missing }) => missing === undefined)).toEqual([]);
  });

  it("counts in the heading what the list holds", async () => {
    const terminal = keptTerminal();
    await showPromises(terminal, { policy: "dream-portraits" }, empty);
    const rows = RowsSchema.parse(terminal.documents[0]);
    const count = (wanted: string) => rows.filter(({ status }) => status === wanted).length;
    const [heading] = (terminal.results[0] ?? "").split("\n");
    expect(heading).toBe(
      `dream-portraits: ${count("kept")} kept, ${count("attested")} attested, ${count("text-conflict")} text-conflict, ${count("not-yet")} not yet`,
    );
    expect(terminal.results.at(-1)).toContain("npm start -- --policy NAME");
  });

  it("shows what was seen of a promise that is kept", async () => {
    const terminal = keptTerminal();
    await showPromises(terminal, { policy: minimal }, measured("kept"));
    expect(terminal.documents[0]).toEqual([
      {
        id: "MI1",
        policy: "minimal",
        kind: "erasure",
        status: "kept",
        keptBy: ["erasure of scope account"],
        evidence: [
          "erasure of scope account: held, 2026-11-24T10:00:00.000Z, on the embedded AWS, commit abc1234: one of twelve was erased, and found nowhere",
        ],
      },
    ]);
    expect(terminal.results[0]).toMatch(
      /^minimal: 1 kept, 0 attested, 0 text-conflict, 0 not yet\n\nid +kind.*\nMI1 {2}erasure {2}kept +erasure of/,
    );
  });

  it.each([72, 80, 110, 200])("is no wider than a terminal of %i characters", async (widthCharacters) => {
    const terminal = keptTerminal();
    await showPromises(terminal, {}, { ...empty, widthCharacters });
    const rows = terminal.results.slice(0, -1).flatMap((text) => text.split("\n"));
    expect(rows.filter((line) => line.length > widthCharacters)).toEqual([]);
  });

  it("fails only if it is asked to be strict and something is open", async () => {
    const terminal = keptTerminal();
    const strict = { policy: minimal, strict: true };
    expect(await showPromises(terminal, { policy: minimal }, empty)).toBe(0);
    expect(await showPromises(terminal, strict, empty)).toBe(1);
    expect(await showPromises(terminal, strict, measured("strict"))).toBe(0);
    expect(await showPromises(terminal, strict, measured("broken", { held: false }))).toBe(1);
  });
});

describe("what lethe promises cannot read", () => {
  async function refused(args: readonly string[], environment: Readonly<Record<string, string>>) {
    const streams = written();
    const code = await run(["promises", ...args, "--json"], environment, streams);
    expect(code).toBe(1);
    return JSON.parse(streams.stdout());
  }

  it.each(["nowhere", "nowhere.json"])("is named, with what there is: --policy %s", async (policy) => {
    expect(await refused(["--policy", policy], empty.environment)).toMatchObject({
      error: {
        message: expect.stringMatching(`There is no policy "${policy}". There are: .*dream-portraits`),
      },
    });
  });

  it("may be a policy that is refused: nothing can be deployed by it", async () => {
    const bad = { ...minimalPolicy, retention: minimalPolicy.retention.slice(1) };
    const file = folder.write("bad.json", JSON.stringify(bad));
    expect(await refused(["--policy", file], empty.environment)).toMatchObject({
      error: { name: "CommandFailed", message: expect.stringContaining(`npx lethe policy check ${file}`) },
    });
  });

  it.each(["{", "{}", '{"schema":"lethe.measured/1","policy":"minimal","measurements":[{}]}'])(
    "may be a file of measurements, which is named: %s",
    async (text) => {
      const path = join(folder.path, `damaged-${text.length}`);
      mkdirSync(path);
      writeFileSync(join(path, "minimal.json"), text);
      expect(await refused(["--policy", minimal], { LETHE_MEASURED: path })).toMatchObject({
        error: {
          name: "MeasuredUnreadable",
          message: expect.stringMatching(/minimal\.json cannot be read: remove it/),
        },
      });
    },
  );

  it("may be the place of the page", async () => {
    const html = join(folder.path, "no", "such", "page.html");
    expect(await refused(["--policy", minimal, "--html", html], empty.environment)).toMatchObject({
      error: { name: "CommandFailed", message: expect.stringContaining("ENOENT") },
    });
    expect(existsSync(html)).toBe(false);
  });
});

describe("the page that lethe promises writes", () => {
  async function page(name: string, surroundings: Parameters<typeof showPromises>[2]) {
    const html = join(folder.path, name);
    expect(await showPromises(keptTerminal(), { policy: minimal, html }, surroundings)).toBe(0);
    return readFileSync(html, "utf8");
  }

  it("is the same each time, and has no time in it but those of the measurements", async () => {
    const surroundings = measured("page");
    const text = await page("one.html", surroundings);
    expect(await page("other.html", surroundings)).toBe(text);
    const times = text.match(/20\d\d-\d\d-\d\dT[\d:.]+Z/g);
    expect(new Set(times)).toEqual(new Set(["2026-11-24T10:00:00.000Z"]));
  });

  it("lets in its own style alone, and has neither script nor style on an element", async () => {
    const text = await page("style.html", empty);
    const [, style = ""] = /<style>([\s\S]*?)<\/style>/.exec(text) ?? [];
    const digest = createHash("sha256").update(style).digest("base64");
    expect(text).toContain(`default-src 'none'; style-src 'sha256-${digest}';`);
    expect(text).not.toMatch(/<script|\son\w+=|\sstyle=|https?:/);
  });

  it("says where it did not hold", async () => {
    const text = await page("broken.html", measured("not-held", { held: false, looks: 3 }));
    expect(text).toContain("did not hold</b> 3 times, from");
    expect(text).toContain("erasure of scope account did not hold on 2026-11-24T10:00:00.000Z");
  });
});

describe("the command itself", () => {
  it("needs no deployment, and prints the list and nothing else", () => {
    const html = join(folder.path, "command.html");
    const ran = spawnSync(
      process.execPath,
      [join(ROOT, "cli", "lethe.mjs"), "promises", "--json", "--html", html],
      { cwd: ROOT, encoding: "utf8", env: { ...process.env, ...empty.environment } },
    );
    expect([ran.status, ran.stderr]).toEqual([0, `wrote ${html}\n`]);
    expect(RowsSchema.parse(JSON.parse(ran.stdout)).length).toBeGreaterThan(50);
    expect(readFileSync(html, "utf8")).toContain("</html>");
  });
});
