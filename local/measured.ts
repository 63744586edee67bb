import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { CompiledPolicy } from "../shared/domain/policy/compile-policy.ts";
import { type Look, type Measured, MeasuredSchema, withLook } from "../shared/domain/promises/measurement.ts";
import { REPOSITORY } from "./local-environment.ts";

/** What was measured is not as it was written, so it proves nothing. */
export class MeasuredUnreadable extends Error {
  override readonly name = "MeasuredUnreadable";
}

/** What a look adds to the policy and commit that it was made under. */
export type Seen = Pick<Look, "mechanism" | "held" | "how">;

/** Returns the folder of all measurements: `LETHE_MEASURED`, else `.lethe/measured` beside the sources. */
export function measuredFolder(environment: Readonly<Record<string, string | undefined>>): string {
  return environment.LETHE_MEASURED ?? join(REPOSITORY, ".lethe/measured");
}

/**
 * Returns what was measured of a policy so far, undefined if nothing was.
 *
 * @throws {MeasuredUnreadable} naming the file.
 */
export function readMeasured(folder: string, policy: string): Measured | undefined {
  const file = join(folder, `${policy}.json`);
  try {
    return MeasuredSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return undefined;
    throw new MeasuredUnreadable(`${file} cannot be read: remove it and measure again with npm start.`, {
      cause,
    });
  }
}

/** Writes down what was seen of a deployed policy at one moment. */
export async function recordSeen(
  folder: string,
  compiled: CompiledPolicy,
  environment: Look["environment"],
  seen: readonly Seen[],
): Promise<void> {
  const policy = compiled.policy.service.id;
  const [at, commit] = [new Date().toISOString(), await currentCommit()];
  const looks = seen.map((one) => ({ ...one, environment, at, commit, policyDigest: compiled.digest }));
  const before = readMeasured(folder, policy) ?? { schema: "lethe.measured/1", policy, measurements: [] };
  const file = join(folder, `${policy}.json`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${file}.partial`, `${JSON.stringify(looks.reduce(withLook, before), null, 2)}\n`);
  renameSync(`${file}.partial`, file);
}

/** Returns the commit that runs, with a + if files were changed since; "unknown" where git does not tell. */
async function currentCommit(): Promise<string> {
  const git = (...args: readonly string[]) =>
    promisify(execFile)("git", ["-C", REPOSITORY, ...args]).then(
      ({ stdout }) => stdout.trim(),
      () => undefined,
    );
  const commit = await git("rev-parse", "--short=12", "HEAD");
  if (!commit) return "unknown";
  return (await git("status", "--porcelain", "--untracked-files=no")) ? `${commit}+` : commit;
}
