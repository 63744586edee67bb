import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { PolicyDeclaration } from "../../../../shared/domain/policy/policy.ts";

/** Two policies that differ in one thing, which a rule refuses. */
export interface RuleExample {
  /** Nothing refuses this one. */
  readonly passes: PolicyDeclaration;
  /** This rule, and no other, refuses this one. */
  readonly refused: PolicyDeclaration;
  /** Where the finding is, and the promises it names. */
  readonly path: string;
  readonly hurts: readonly string[];
  /** The day on which it is checked, for rules that depend on it. */
  readonly today?: string;
}

const FOLDER = join(import.meta.dirname, "examples");

/** Returns the example of every rule, by the rule's id: the name of the file that exports it. */
export async function ruleExamples(): Promise<ReadonlyMap<string, RuleExample>> {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith(".ts"));
  const examples = await Promise.all(
    names.map(async (name) => {
      const module: { readonly example: RuleExample } = await import(join(FOLDER, name));
      return [name.slice(0, -".ts".length), module.example] as const;
    }),
  );
  return new Map(examples);
}
