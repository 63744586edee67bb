import { z } from "zod";
import { planDigest } from "../../shared/domain/erasure/erasure-plan.ts";
import { GROUND_TEXTS, type RefusalGround } from "../../shared/domain/requests/refusal-ground.ts";
import { type Caller, post } from "../api.ts";
import { callerNamed, staffNamed } from "../caller.ts";
import type { Context } from "../context.ts";
import type { Deployment } from "../deployment.ts";
import { CommandFailed, EXIT, type ExitCode, UsageError } from "../exit-codes.ts";

/** Which member of staff calls; on the embedded AWS only. */
export interface StaffOptions {
  readonly as?: string;
}

/** Options of `lethe refuse`. */
export interface RefuseOptions extends StaffOptions {
  readonly ground: RefusalGround;
  readonly reason: string;
}

const REASON_MAX = 500;
const ChangedSchema = z.object({ requestId: z.string().optional(), state: z.string() });

/** Refuses a request. */
export async function refuse(
  context: Context,
  requestId: string,
  { ground, reason, ...options }: RefuseOptions,
): Promise<ExitCode> {
  if (reason.length === 0 || reason.length > REASON_MAX) {
    throw new UsageError(`Give a reason of 1 to ${REASON_MAX} characters.`);
  }
  return change(context, staff(options), `requests/${requestId}/refusal`, { ground, reason }, () =>
    [
      `Refused: ${GROUND_TEXTS[ground]}. Nothing was deleted.`,
      "Tell the person why, and where they may complain, within a month of their request (GDPR Art. 12(4)).",
    ].join("\n"),
  );
}

/** Takes a request back; without a name it is the person who does. */
export async function cancel(context: Context, requestId: string, options: StaffOptions): Promise<ExitCode> {
  const path = `requests/${requestId}/withdrawal`;
  return change(context, anybody(options), path, {}, () => "Taken back. Nothing was deleted.");
}

/** Asks to end the grace, or confirms it as the second person, for the plan that is shown. */
export async function expedite(
  context: Context,
  requestId: string,
  options: StaffOptions,
): Promise<ExitCode> {
  const plan = await (await context.ports()).register.readPlan(requestId);
  if (!plan) throw new CommandFailed(`Request ${requestId} has no plan yet: look with lethe status.`);
  const body = { planDigest: planDigest(plan) };
  return change(context, staff(options), `requests/${requestId}/expedition`, body, (state) =>
    state === "needs-a-second-person"
      ? `Asked. Another person looks at the plan and runs: lethe expedite ${requestId}`
      : `Its grace is over. Follow it with: lethe status ${requestId}`,
  );
}

/** Pauses or resumes one request, or all of them. */
export async function pauseOrResume(
  context: Context,
  verb: "pause" | "resume",
  requestId: string | undefined,
  { all = false, ...options }: StaffOptions & { readonly all?: boolean },
): Promise<ExitCode> {
  if (all === (requestId !== undefined))
    throw new UsageError(`Name one request, or say --all: lethe ${verb}.`);
  const path = requestId === undefined ? verb : `requests/${requestId}/${verb}`;
  const what = requestId === undefined ? "Everything" : `Request ${requestId}`;
  return change(context, staff(options), path, {}, (state) => {
    if (state === "needs-a-second-person") {
      return "Too many erasures had started in an hour. Another person has to run lethe resume --all as well.";
    }
    return verb === "pause"
      ? `${what} is paused. What runs stops before its next batch; go on with lethe resume.`
      : `${what} goes on.`;
  });
}

async function change(
  context: Context,
  callerIn: (deployment: Deployment) => Caller,
  path: string,
  body: unknown,
  text: (state: string) => string,
): Promise<ExitCode> {
  const deployment = await context.deployment();
  const changed = await post(deployment, callerIn(deployment), path, body, ChangedSchema);
  context.terminal.document(changed);
  context.terminal.result(text(changed.state));
  return changed.state === "needs-a-second-person" ? EXIT.waiting : EXIT.done;
}

function anybody({ as }: StaffOptions): (deployment: Deployment) => Caller {
  return (deployment) => callerNamed(deployment, as);
}

function staff({ as }: StaffOptions): (deployment: Deployment) => Caller {
  return (deployment) => staffNamed(deployment, as);
}
