import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";

const STORES = join(import.meta.dirname, "../../../shared/adapters/stores");
const kinds = readdirSync(STORES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** Files that a verifier runs, itself included; a type is no code. */
function runBy(file: string): readonly string[] {
  const text = readFileSync(join(STORES, file), "utf8").replaceAll(/import type [^;]*;/g, "");
  const next = [...text.matchAll(/from "(\.[^"]+)"/g)].map(([, path = ""]) =>
    relative(STORES, join(STORES, dirname(file), path)),
  );
  return [file, ...next.filter((path) => !path.startsWith("..")).flatMap(runBy)];
}

describe("verifiers of stores", () => {
  it("are one for each kind", () => {
    expect(kinds.length).toBeGreaterThanOrEqual(6);
  });

  it.each(kinds)("share no code with finder and eraser: %s", (kind) => {
    const others = new Set([`${kind}/find.ts`, `${kind}/erase.ts`].flatMap(runBy));
    expect(others.size).toBeGreaterThanOrEqual(2);
    expect(runBy(`${kind}/verify.ts`).filter((file) => others.has(file))).toEqual([]);
  });
});
