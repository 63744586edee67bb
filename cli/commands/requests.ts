import { planDigest } from "../../shared/domain/erasure/erasure-plan.ts";
import { SEALING } from "../../shared/domain/policy/sealed-stores.ts";
import { approveRequest } from "../api.ts";
import { staffNamed } from "../caller.ts";
import type { Context } from "../context.ts";
import { CommandFailed, EXIT, type ExitCode } from "../exit-codes.ts";
import { exitCodeOf, nameOf, reportOn, reportText } from "../request-report.ts";
import { grouped, table } from "../terminal.ts";

/** As many as one screen and one call hold. */
const LISTED_MAX = 100;

/** Lists the newest requests. */
export async function listRequests(context: Context): Promise<ExitCode> {
  const { register } = await context.ports();
  const requests = await register.list(LISTED_MAX);
  context.terminal.document(
    requests.map(({ requestId, subjectRef, openedAt, openedBy, attempt, progress, paused }) => ({
      requestId,
      subjectRef,
      openedAt,
      openedBy,
      attempt,
      progress,
      ...(paused ? { paused } : {}),
    })),
  );
  context.terminal.result(
    requests.length === 0
      ? "There are no requests."
      : table([
          ["request", "opened", "by", "state", "due"],
          ...requests.map(({ requestId, openedAt, openedBy, progress, paused }) => [
            requestId,
            openedAt,
            nameOf(openedBy),
            `${paused ? "paused, " : ""}${progress.state.replaceAll("-", " ")}`,
            ("dueAt" in progress && progress.dueAt) || "",
          ]),
        ]),
  );
  return EXIT.done;
}

/** Shows how one request stands. */
export async function showStatus(context: Context, requestId: string): Promise<ExitCode> {
  const ports = await context.ports();
  const request = await ports.register.read(requestId);
  if (!request)
    throw new CommandFailed(`There is no request ${requestId}: list them with \`lethe requests\`.`);
  const report = await reportOn(await context.deployment(), ports, request);
  context.terminal.document(report);
  context.terminal.result(reportText(report));
  return exitCodeOf(report);
}

/** Shows the plan of a request by staff and approves exactly that one. */
export async function approve(
  context: Context,
  requestId: string,
  { as }: { readonly as?: string },
): Promise<ExitCode> {
  const deployment = await context.deployment();
  const staff = staffNamed(deployment, as);
  const { register } = await context.ports();
  const plan = await register.readPlan(requestId);
  if (!plan)
    throw new CommandFailed(
      `Request ${requestId} has no plan yet: look again in a minute, with lethe status.`,
    );
  const what = plan.scope === SEALING ? "to seal, and nothing to delete" : "to delete";
  for (const { id, found } of plan.stores)
    context.terminal.progress(`  ${id.padEnd(12)} ${grouped(found)} ${what}`);
  for (const id of plan.processors ?? [])
    context.terminal.progress(`  ${id.padEnd(12)} to be asked by a person`);
  const { state } = await approveRequest(deployment, staff, requestId, planDigest(plan));
  context.terminal.document({ requestId, state, planDigest: planDigest(plan) });
  context.terminal.result(`Approved. Follow it with: lethe status ${requestId}`);
  return EXIT.done;
}
