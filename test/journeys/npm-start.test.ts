import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { REPOSITORY } from "../../local/local-environment.ts";
import { runProgram } from "./program.ts";

const StartedSchema = z.strictObject({
  certificate: z.string(),
  erasure: z.looseObject({
    state: z.literal("completed"),
    stores: z.array(z.looseObject({ id: z.string(), left: z.literal(0), outcome: z.literal("deleted") })),
  }),
  outputs: z.looseObject({ stores: z.array(z.looseObject({ id: z.string(), kind: z.string() })) }),
  seconds: z.number(),
});

describe("npm start", () => {
  // Inside the repository, where it is for everybody: functions are unpacked below our own package.json there.
  const home = join(REPOSITORY, ".lethe", `test-start-${process.pid}`);
  mkdirSync(home, { recursive: true });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  const start = () =>
    runProgram(
      join(REPOSITORY, "node_modules/.bin/node"),
      [join(REPOSITORY, "local/start.ts"), "--once", "--json"],
      {
        ...process.env,
        LETHE_HOME: home,
      },
    );

  it("ends with a certificate, twice in a row, and deploys nothing the second time", async () => {
    const first = await start();
    expect([first.exitCode, first.stderr]).toEqual([0, expect.stringContaining("Deploying")]);
    const one = StartedSchema.parse(JSON.parse(first.stdout));
    expect(existsSync(one.certificate)).toBe(true);

    const second = await start();
    expect([second.exitCode, second.stderr]).toEqual([0, expect.stringContaining("nothing to deploy")]);
    const other = StartedSchema.parse(JSON.parse(second.stdout));
    expect(other.certificate).not.toBe(one.certificate);
    expect(other.outputs).toEqual(one.outputs);
  });
});
