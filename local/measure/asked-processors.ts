import { canonicalJson } from "../../shared/domain/canonical-json.ts";
import type { SubjectId } from "../../shared/domain/erasure/subject-id.ts";
import { processorsWithCopies } from "../../shared/domain/policy/copies-elsewhere.ts";
import type { DemoDeployment } from "../demo/demo-deployment.ts";
import { lookElsewhere } from "../demo/look-elsewhere.ts";
import { holdingsOf } from "../demo/neighbours.ts";
import { NotErased } from "../demo/not-erased.ts";
import { recordedStandIns, type StandIns } from "../stand-ins/at-the-desk.ts";
import type { ScopeRun } from "./erasure-scopes.ts";

/** The command ends so when a request waits for people. */
const WAITS = 3;

/**
 * Asks for the erasure of what third parties hold as users do, and looks from inside of what stands in for them whether it
 * is gone there and nothing else is, whether a person has the task for each that nobody can ask by a call, and whether
 * nothing of ours was deleted. No answer of a person is invented.
 *
 * @returns what was done and seen, in one sentence.
 * @throws {NotErased} saying what is not as it must be.
 */
export async function askProcessorsOf(
  { adapters, compiled, sending }: Pick<DemoDeployment, "adapters" | "compiled" | "sending">,
  { home, lethe, log }: ScopeRun,
  person: SubjectId,
  standIns: StandIns | undefined = recordedStandIns(home),
): Promise<string> {
  const elsewhere = processorsWithCopies(compiled.policy, { scope: "processors" }).map(({ id }) => id);
  const called = new Set((await standIns?.list())?.map(({ id }) => id));
  const byPerson = elsewhere.filter((id) => !called.has(id));
  const copies = await lookElsewhere(sending, standIns, person);
  if (copies.processors.length === 0) throw new NotErased("No third party that stands in has anything.");
  const before = await holdingsOf(adapters, [person]);
  log(`Having third parties asked about ${person}:`);
  const asked = await lethe("erase", "--subject", person, "--scope", "processors", "--wait", "--json");
  if (asked.exitCode !== (byPerson.length > 0 ? WAITS : 0)) {
    throw new NotErased("The request does not wait for the people who have to ask, or waits for nobody.");
  }

  const { requestId, certificate } = JSON.parse(asked.stdout);
  const { tasks } = JSON.parse((await lethe("tasks", "--json")).stdout);
  const open = Object.values<{ requestId?: string; processor?: string }>(tasks)
    .filter((task) => task.requestId === requestId)
    .flatMap(({ processor }) => processor ?? []);
  if (canonicalJson(open.sort()) !== canonicalJson([...byPerson].sort())) {
    throw new NotErased(`There are tasks for ${open.join(", ")}, and not for ${byPerson.join(", ")}.`);
  }
  const gone = await copies.gone();
  if (canonicalJson(await holdingsOf(adapters, [person])) !== canonicalJson(before)) {
    throw new NotErased("Something of ours was changed.");
  }
  if ((await lethe("verify", String(certificate))).exitCode !== 0) {
    throw new NotErased(`The certificate ${certificate} is refused.`);
  }
  const tasksSeen =
    byPerson.length === 0 ? "" : `a person has the dated task to ask each of ${byPerson.join(", ")}, `;
  return `${gone}${tasksSeen}nothing of ours was deleted, and the certificate was valid`;
}
