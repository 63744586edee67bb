import type { PolicyProblem } from "./check-policy.ts";

/** Returns a problem as a compiler prints it: where, how bad, what, which promises, and what to write instead. */
export function problemText(file: string, problem: PolicyProblem): string {
  const { severity, rule, path, what, why, source, remedy, promises } = problem;
  return [
    `${file}: ${path}`,
    `  ${severity} ${rule}: ${what}`,
    ...(promises.length > 0 ? [`  hurts   ${promises.join(", ")}`] : []),
    `  why     ${why} (${source})`,
    `  instead ${remedy}`,
  ].join("\n");
}
