import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type CompiledPolicy, compilePolicy } from "../shared/domain/policy/compile-policy.ts";
import type { Policy } from "../shared/domain/policy/policy.ts";

const FOLDER = join(import.meta.dirname, "..", "policies");

/** There is no policy of that name; nothing was made. */
export class PolicyNotFound extends Error {
  override readonly name = "PolicyNotFound";
}

/**
 * Returns the policy `NAME.ts` of a folder, compiled.
 *
 * @throws {PolicyNotFound} naming those there are.
 * @throws {PolicyRefused} naming every fault.
 */
export async function loadPolicy(name: string, folder: string = FOLDER): Promise<CompiledPolicy> {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith(".ts"))
    .map((file) => file.slice(0, -".ts".length));
  if (!names.includes(name)) {
    throw new PolicyNotFound(`There is no policy "${name}" in policies/. There are: ${names.join(", ")}.`);
  }
  const module: { readonly policy: Policy } = await import(pathToFileURL(join(folder, `${name}.ts`)).href);
  return compilePolicy(module.policy);
}
