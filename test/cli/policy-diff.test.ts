import { describe, expect, it } from "vitest";
import { comparePolicies } from "../../cli/commands/policy/diff.ts";
import { minimalPolicy } from "../domain/policy/minimal-policy.ts";
import { keptTerminal } from "./kept-terminal.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const folder = temporaryFolder();
const old = folder.write("old.json", JSON.stringify(minimalPolicy));

async function compared(change: object) {
  const terminal = keptTerminal();
  const next = folder.write("next.json", JSON.stringify({ ...minimalPolicy, ...change }));
  return { code: await comparePolicies(terminal, old, next), text: terminal.results.join("\n") };
}

describe("lethe policy diff", () => {
  it("ends with 0 if nobody has to be told", async () => {
    expect(await compared({})).toEqual({ code: 0, text: "Nothing changes for people." });
  });

  it("ends with 3 if people have to be told first", async () => {
    const processors = minimalPolicy.processors.map((one) => ({ ...one, places: ["EU", "US"] }));
    const { code, text } = await compared({ processors });
    expect(code).toBe(3);
    expect(text).toMatch(/Newly disclosed or used\n {2}processors\.aws\.places\.US/);
  });

  it("ends with 1 if a promise is broken", async () => {
    const promises = minimalPolicy.promises.map((one) => ({ ...one, id: "MI2" }));
    expect((await compared({ promises })).code).toBe(1);
  });

  it("says what to do when a file is no policy", async () => {
    await expect(comparePolicies(keptTerminal(), "nobody", old)).rejects.toThrow(/no such file.*there are: /);
    const broken = folder.write("broken.json", JSON.stringify({ schema: "lethe.policy/1" }));
    await expect(comparePolicies(keptTerminal(), broken, old)).rejects.toThrow(/Run: npx lethe policy check/);
  });
});
