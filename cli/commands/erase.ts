import { InvalidScope, type Scope, scopeOf, scopeText } from "../../shared/domain/erasure/scope.ts";
import { InvalidSubjectId, type SubjectId, subjectIdOf } from "../../shared/domain/erasure/subject-id.ts";
import { processorsWithCopies } from "../../shared/domain/policy/copies-elsewhere.ts";
import type { Policy } from "../../shared/domain/policy/policy.ts";
import { storesRetainedBy } from "../../shared/domain/policy/retained-stores.ts";
import { scopeRefusal } from "../../shared/domain/policy/scope-refusal.ts";
import { type Caller, type Opened, openRequest } from "../api.ts";
import { callerNamed, staffNamed } from "../caller.ts";
import type { Context } from "../context.ts";
import type { Deployment } from "../deployment.ts";
import { CommandFailed, EXIT, type ExitCode, UsageError } from "../exit-codes.ts";
import { follow } from "../follow.ts";
import { deployedPolicy, deployedStores } from "../ports.ts";
import { exitCodeOf, reportOn, reportText } from "../request-report.ts";
import { planText } from "./show-plan.ts";

/** Options of `lethe erase`. */
export interface EraseOptions {
  readonly subject: string;
  readonly scope: string;
  readonly reason?: string;
  readonly plan?: boolean;
  readonly wait?: boolean;
  readonly asStaff?: boolean;
  readonly as?: string;
}

/** Erases one person, shows the plan of it, or opens the request that waits for a second person. */
export async function erase(context: Context, options: EraseOptions): Promise<ExitCode> {
  const scope = scopeFrom(options.scope);
  const { terminal } = context;
  const begun = await begin(context, options, scope).catch((error: unknown) => refusedBefore(context, error));
  if (typeof begun === "number") return begun;

  const { requestId, joined } = begun;
  terminal.progress(joined ? `Joined request ${requestId}.` : `Opened request ${requestId}.`);
  const ports = await context.ports();
  const request = options.wait
    ? await follow(ports.register, requestId, terminal)
    : await ports.register.read(requestId);
  if (!request)
    throw new CommandFailed(`Request ${requestId} was opened but cannot be read: look with lethe status.`);
  const report = await reportOn(await context.deployment(), ports, request);
  terminal.document(report);
  terminal.result(reportText(report));
  return exitCodeOf(report);
}

/** Opens or joins the request; with `--plan` it only shows what there is, and that is all. */
async function begin(context: Context, options: EraseOptions, scope: Scope): Promise<Opened | ExitCode> {
  const subject = subjectIdOf(options.subject);
  if (options.plan) return showPlan(context, subject, scope);
  const deployment = await context.deployment();
  return openRequest(deployment, callerOf(deployment, options), {
    subject,
    scope: scopeText(scope),
    ...(options.reason === undefined ? {} : { reason: options.reason }),
  });
}

/** An invalid one was mistyped: nothing was asked yet. */
function scopeFrom(text: string): Scope {
  try {
    return scopeOf(text);
  } catch (error) {
    if (error instanceof InvalidScope) throw new UsageError(error.message, { cause: error });
    throw error;
  }
}

/** Refused before any effect: said in the same form as every other end. */
function refusedBefore({ terminal }: Context, error: unknown): ExitCode {
  if (!(error instanceof InvalidSubjectId || error instanceof CommandFailed)) throw error;
  terminal.document({
    requestId: null,
    state: "failed",
    subjectRef: null,
    stores: [],
    processors: [],
    certificate: null,
    error: { name: error.name, message: error.message },
  });
  terminal.progress(error.message);
  return EXIT.failed;
}

/** On one machine the command acts for the person themselves, unless it says which member of staff it is. */
function callerOf(deployment: Deployment, { as, asStaff }: EraseOptions): Caller {
  if (deployment.where === "aws") {
    const caller = callerNamed(deployment, as);
    if (!asStaff) {
      throw new UsageError(
        "On AWS this command acts as staff: say so with --as-staff. Another person then runs lethe approve.",
      );
    }
    return caller;
  }
  return asStaff ? staffNamed(deployment, as) : callerNamed(deployment, as);
}

async function showPlan(context: Context, subject: SubjectId, scope: Scope): Promise<ExitCode> {
  const ports = await context.ports();
  const deployment = await context.deployment();
  const { policy } = (await deployedPolicy(deployment, ports)).compiled;
  const refused = scopeRefusal(policy, scope);
  if (refused !== undefined) throw new CommandFailed(refused);
  const adapters = await deployedStores(deployment, ports, scope);
  const stores = await Promise.all(
    adapters.map(async ({ storeId, kind, finder }) => {
      const { found, bytes } = await finder.find(subject);
      return { id: storeId, kind, found, bytes };
    }),
  );
  const processors = processorsAsked(policy, scope);
  const asked = processors === undefined ? {} : { processors };
  context.terminal.document({ plan: { scope: scopeText(scope), stores, ...asked } });
  context.terminal.result(
    [
      `${wouldBe(scope)} Nothing was changed.`,
      "",
      planText(stores, processors),
      ...storesRetainedBy(policy, scope.kind).map(
        ({ store, retention: { keeps, legalBasis, retentionDays } }) =>
          `\nOf each in ${store.id}, ${keeps.join(", ")} would be kept under a pseudonym for ${retentionDays} days at most (${legalBasis}).`,
      ),
    ].join("\n"),
  );
  return EXIT.done;
}

function processorsAsked(policy: Policy, scope: Scope): readonly string[] | undefined {
  if (scope.kind !== "processors") return undefined;
  const { processor } = scope;
  return processorsWithCopies(policy, { scope: "processors", processor }).map(({ id }) => id);
}

function wouldBe({ kind }: Scope): string {
  switch (kind) {
    case "processors":
      return "This deletes nothing of ours: people would have the task to ask third parties.";
    case "preserve-and-report":
      return "This is what would be sealed now, and nothing deleted, if two people want it.";
    default:
      return "This is what would be deleted now.";
  }
}
