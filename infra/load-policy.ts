import { readdirSync } from "node:fs";
import { extname, join, resolve } from "node:path";
import { declarationIn } from "../shared/adapters/policy-file.ts";
import { type CompiledPolicy, compilePolicy } from "../shared/domain/policy/compile-policy.ts";

const FOLDER = join(import.meta.dirname, "..", "policies");

/** There is no policy of that name; nothing was made. */
export class PolicyNotFound extends Error {
  override readonly name = "PolicyNotFound";
}

/** A policy as it is written, where, and what it came to. */
export interface LoadedPolicy extends CompiledPolicy {
  readonly declaration: unknown;
  readonly file: string;
}

/** Returns the names of the policies of a folder. */
export function policyNames(folder: string = FOLDER): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".ts"))
    .map((file) => file.slice(0, -".ts".length));
}

/**
 * Returns the policy `NAME.ts` of a folder, or that of a file, compiled.
 *
 * @param nameOrPath a path has a slash or an ending, and is from the current folder: `./x.ts`.
 * @throws {PolicyNotFound} naming those there are.
 * @throws {PolicyUnreadable} saying why the file holds none.
 * @throws {PolicyRefused} naming every fault, and the file.
 */
export async function loadPolicy(nameOrPath: string, folder: string = FOLDER): Promise<LoadedPolicy> {
  const { path, file } = placeOf(nameOrPath, folder);
  const declaration = await declarationIn(path, file);
  return { declaration, file, ...compilePolicy(declaration, file) };
}

function placeOf(nameOrPath: string, folder: string): { readonly path: string; readonly file: string } {
  if (nameOrPath.includes("/") || extname(nameOrPath) !== "") {
    return { path: resolve(nameOrPath), file: nameOrPath };
  }
  const names = policyNames(folder);
  if (names.includes(nameOrPath)) {
    return { path: join(folder, `${nameOrPath}.ts`), file: `policies/${nameOrPath}.ts` };
  }
  throw new PolicyNotFound(
    `There is no policy "${nameOrPath}" in policies/. There are: ${names.join(", ")}. A file is given by its path: ./x.ts.`,
  );
}
