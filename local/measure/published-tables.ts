import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CompiledPolicy } from "../../shared/domain/policy/compile-policy.ts";
import { mechanismsNamedBy } from "../../shared/domain/policy/mechanisms-named.ts";
import { publishedFiles } from "../../shared/domain/policy/publish/published-files.ts";
import { REPOSITORY } from "../local-environment.ts";
import type { Seen } from "../measured.ts";

/** Compares the published tables with those that the policy in force comes to, byte by byte. */
export function measurePublishedTables(
  { policy, digest }: CompiledPolicy,
  folder: string = join(REPOSITORY, "docs/published"),
): readonly Seen[] {
  const named = mechanismsNamedBy(policy).filter(({ mechanism }) => mechanism === "published-tables");
  const { id } = policy.service;
  const stale = Object.entries(publishedFiles(policy, id, digest)).filter(
    ([name, text]) => textOf(join(folder, name)) !== text,
  );
  const held = stale.length === 0;
  const how = held
    ? "the published tables are those of the policy that is deployed"
    : `${stale.map(([name]) => name).join(" and ")} is not what the deployed policy says: run npx lethe policy publish`;
  return named.map((mechanism) => ({ mechanism, held, how }));
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
