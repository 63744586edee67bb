import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { publishPolicies } from "../../cli/commands/policy/publish.ts";
import { policyFiles } from "../../cli/policy-file.ts";
import { keptTerminal } from "./kept-terminal.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const folder = temporaryFolder();

describe("lethe policy publish", () => {
  it("finds the committed tables to be those of all policies", async () => {
    const terminal = keptTerminal();
    const code = await publishPolicies(terminal, [], { check: true });
    expect(terminal.documents).toEqual([{ current: true, stale: [] }]);
    expect(code).toBe(0);
  });

  it("writes a page in two formats for each policy", async () => {
    const out = join(folder.path, "all");
    expect(await publishPolicies(keptTerminal(), [], { out })).toBe(0);
    expect(readdirSync(out).filter((name) => name !== "events")).toHaveLength(policyFiles().length * 2);
    expect(readdirSync(join(out, "events"))).toContain("generation-completed.json");
    expect(await publishPolicies(keptTerminal(), [], { out, check: true })).toBe(0);
  });

  it("finds a schema of an event that is not the one that is read", async () => {
    const out = join(folder.path, "events-changed");
    await publishPolicies(keptTerminal(), [], { out });
    writeFileSync(join(out, "events", "created.json"), "{}\n");
    const terminal = keptTerminal();
    expect(await publishPolicies(terminal, [], { out, check: true })).toBe(1);
    expect(terminal.results.at(-1)).toMatch(/created\.json is not current: run npx lethe policy publish$/);
  });

  it("names the file that is missing or not current, and the command that mends it", async () => {
    const out = join(folder.path, "stale");
    await publishPolicies(keptTerminal(), ["dream-portraits"], { out });
    writeFileSync(join(out, "dream-portraits.md"), "an old table");
    const terminal = keptTerminal();
    expect(await publishPolicies(terminal, ["dream-portraits"], { out, check: true })).toBe(1);
    expect(terminal.results.join("\n")).toMatch(
      /^\S*dream-portraits\.md is not current: run npx lethe policy publish dream-portraits$/,
    );
    expect(await publishPolicies(terminal, ["gpt-image"], { out, check: true })).toBe(1);
    expect(terminal.results.at(-1)).toContain("gpt-image.html is missing");
  });
});
