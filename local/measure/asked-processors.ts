import { canonicalJson } from "../../shared/domain/canonical-json.ts";
import type { SubjectId } from "../../shared/domain/erasure/subject-id.ts";
import { processorsWithCopies } from "../../shared/domain/policy/copies-elsewhere.ts";
import type { DemoDeployment } from "../demo/demo-deployment.ts";
import { holdingsOf } from "../demo/neighbours.ts";
import { NotErased } from "../demo/not-erased.ts";
import type { ScopeRun } from "./erasure-scopes.ts";

/** The command ends so when a request waits for people. */
const WAITS = 3;

/**
 * Asks for the erasure of what third parties hold as users do, and looks whether a person has the task for each of them
 * and nothing of ours was deleted. No answer is invented: whether anybody answers, this machine cannot show.
 *
 * @returns what was done and seen, in one sentence.
 * @throws {NotErased} saying what is not as it must be.
 */
export async function askProcessorsOf(
  { adapters, compiled }: Pick<DemoDeployment, "adapters" | "compiled">,
  { lethe, log }: ScopeRun,
  person: SubjectId,
): Promise<string> {
  const ids = processorsWithCopies(compiled.policy, { scope: "processors" }).map(({ id }) => id);
  const before = await holdingsOf(adapters, [person]);
  log(`Having third parties asked about ${person}:`);
  const asked = await lethe("erase", "--subject", person, "--scope", "processors", "--wait", "--json");
  if (asked.exitCode !== WAITS) throw new NotErased("The request does not wait for people to ask.");

  const { requestId, certificate } = JSON.parse(asked.stdout);
  const { tasks } = JSON.parse((await lethe("tasks", "--json")).stdout);
  const open = Object.values<{ requestId?: string; processor?: string }>(tasks)
    .filter((task) => task.requestId === requestId)
    .flatMap(({ processor }) => processor ?? []);
  if (canonicalJson(open.sort()) !== canonicalJson([...ids].sort())) {
    throw new NotErased(`There are tasks for ${open.join(", ")}, and not for ${ids.join(", ")}.`);
  }
  if (canonicalJson(await holdingsOf(adapters, [person])) !== canonicalJson(before)) {
    throw new NotErased("Something of ours was changed.");
  }
  if ((await lethe("verify", String(certificate))).exitCode !== 0) {
    throw new NotErased(`The certificate ${certificate} is refused.`);
  }
  return `nothing of ours was deleted, a person has the dated task to ask each of ${ids.join(", ")}, and the certificate says that no answer is on record yet`;
}
