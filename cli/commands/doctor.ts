import { existsSync } from "node:fs";
import { canonicalJson, sha256Hex } from "../../shared/domain/canonical-json.ts";
import type { Stuck, StuckKind } from "../../shared/domain/requests/stuck.ts";
import { findStuck } from "../../shared/operations/find-stuck.ts";
import type { Context } from "../context.ts";
import type { Deployment } from "../deployment.ts";
import { EXIT, type ExitCode } from "../exit-codes.ts";
import { policyOf, policyPath } from "../policy-file.ts";
import type { DeploymentPorts } from "../ports.ts";
import { today } from "../today.ts";

/** A deployment in this state can neither erase nor prove anything. */
const DAMAGE: readonly StuckKind[] = ["policy-missing", "bindings-missing", "key-missing"];

/** Lists everything that does not go on by itself, why, and the command that helps. */
export async function doctor(context: Context): Promise<ExitCode> {
  const deployment = await context.deployment();
  const ports = await context.ports();
  const clock = { now: () => new Date() };
  const found = [
    ...(await damageOf(deployment, ports)),
    ...(await policyThatDiffers(deployment)),
    ...(await pausedAltogether(ports)),
    ...(await findStuck({ ...ports, clock })),
  ].map((stuck) => ({ ...stuck, helps: helpFor(stuck, deployment) }));
  context.terminal.document({ stuck: found });
  context.terminal.result(
    found.length === 0
      ? "Nothing is stuck."
      : found
          .map(({ kind, requestId, taskId, why, helps }) =>
            [kind, requestId ?? taskId ?? "", `${why.replace(/[.]$/, "")}.`, `Helps: ${helps}`]
              .filter((part) => part !== "")
              .join("  "),
          )
          .join("\n"),
  );
  if (found.some(({ kind }) => DAMAGE.includes(kind))) return EXIT.failed;
  return found.length === 0 ? EXIT.done : EXIT.waiting;
}

/** What every erasure needs and cannot make for itself. */
async function damageOf(
  deployment: Deployment,
  { records, anchors, hasSubjectKey }: DeploymentPorts,
): Promise<readonly Stuck[]> {
  const [service, digest] = [deployment.output("Service"), deployment.output("PolicyDigest")];
  const found: Stuck[] = [];
  if (!(await records.readPolicy(digest)))
    found.push({
      kind: "policy-missing",
      why: `the policy in force, ${digest.slice(0, 12)}…, is not on record`,
    });
  if (!(await records.readBindings(service)))
    found.push({ kind: "bindings-missing", why: `it is not on record where the stores of ${service} are` });
  if (!(await hasSubjectKey()))
    found.push({ kind: "key-missing", why: "the key of subject references is not there" });
  if (!(await hasOne(anchors.keys())))
    found.push({ kind: "key-missing", why: "no public key is archived that certificates are checked with" });
  return found;
}

async function hasOne(things: AsyncIterable<string>): Promise<boolean> {
  for await (const _one of things) return true;
  return false;
}

/** A policy that was changed and not deployed is a promise that nothing keeps. */
async function policyThatDiffers(deployment: Deployment): Promise<readonly Stuck[]> {
  const file = policyPath(deployment.output("Service"));
  if (!existsSync(file)) return [];
  const digest = sha256Hex(canonicalJson(await policyOf(file, today())));
  if (digest === deployment.output("PolicyDigest")) return [];
  return [{ kind: "policy-differs", why: `${file} was changed since it was deployed` }];
}

async function pausedAltogether({ register }: DeploymentPorts): Promise<readonly Stuck[]> {
  const paused = await register.pausedAll();
  return paused ? [{ kind: "everything-paused", why: `everything is paused since ${paused.at}` }] : [];
}

function helpFor({ kind, requestId, taskId }: Stuck, { where }: Deployment): string {
  switch (kind) {
    case "waits-for-approval":
      return `lethe approve ${requestId}`;
    case "late":
    case "keeps-failing":
    case "ended-without-a-word":
    case "runs-long":
      return `lethe status ${requestId}`;
    case "paused":
      return `lethe resume ${requestId}`;
    case "everything-paused":
      return "lethe resume --all";
    case "task-overdue":
      return `lethe task done ${taskId} --evidence REF --note TEXT`;
    case "not-all-looked-at":
      return "lethe doctor, when these are mended";
    case "dead-letters":
      return "lethe outputs names the queue; mend the cause and redrive it with aws sqs start-message-move-task, or purge it";
    case "policy-missing":
    case "bindings-missing":
    case "key-missing":
    case "policy-differs":
      return where === "embedded" ? "npm start, again" : "npm run deploy";
  }
}
