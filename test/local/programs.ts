import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { REPOSITORY } from "../../local/local-environment.ts";

/** Writes a shell script that can be run by its path. */
export function writeProgram(file: string, ...lines: readonly string[]): string {
  writeFileSync(file, `${["#!/bin/sh", ...lines].join("\n")}\n`, { mode: 0o755 });
  return file;
}

/**
 * Returns a Python that runs this project's own environment, in which MiniStack says it is of another
 * version: a folder with nothing but this version stands before the real packages.
 */
export function pythonWithMinistack(version: string, folder: string): string {
  const described = join(folder, "packages", `ministack-${version}.dist-info`);
  mkdirSync(described, { recursive: true });
  writeFileSync(join(described, "METADATA"), `Metadata-Version: 2.1\nName: ministack\nVersion: ${version}\n`);
  return writeProgram(
    join(folder, "python"),
    `PYTHONPATH="${join(folder, "packages")}" exec "${join(REPOSITORY, ".lethe/python/bin/python")}" "$@"`,
  );
}
