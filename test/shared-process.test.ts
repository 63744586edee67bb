import { globSync, readFileSync } from "node:fs";
import { join, matchesGlob } from "node:path";
import { describe, expect, it } from "vitest";
import { REPLACING } from "../vitest.config.ts";

const ROOT = join(import.meta.dirname, "..");
/** A module for everybody, or every client of a class; a client of the test's own is nobody else's. */
const REPLACES = /\bvi\.(?:mock|doMock)\(|\bmockClient\(\s*[A-Z]/;

describe("tests that share a process", () => {
  const replacing = globSync("test/**/*.ts", { cwd: ROOT }).filter(
    (file) => file !== "test/shared-process.test.ts" && REPLACES.test(readFileSync(join(ROOT, file), "utf8")),
  );

  it("replace nothing that the others use", () => {
    expect(replacing.length).toBeGreaterThan(10);
    const folders = REPLACING.map((glob) => glob.replace(/\*\.test\.ts$/, "*.ts"));
    expect(replacing.filter((file) => !folders.some((glob) => matchesGlob(file, glob)))).toEqual([]);
  });
});
