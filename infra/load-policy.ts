import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
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
 * Returns the policy `NAME.ts` of a folder, compiled.
 *
 * @throws {PolicyNotFound} naming those there are.
 * @throws {PolicyRefused} naming every fault, and the file.
 */
export async function loadPolicy(name: string, folder: string = FOLDER): Promise<LoadedPolicy> {
  const names = policyNames(folder);
  if (!names.includes(name)) {
    throw new PolicyNotFound(`There is no policy "${name}" in policies/. There are: ${names.join(", ")}.`);
  }
  const file = `policies/${name}.ts`;
  const module: { readonly policy?: unknown } = await import(pathToFileURL(join(folder, `${name}.ts`)).href);
  return { declaration: module.policy, file, ...compilePolicy(module.policy, file) };
}
