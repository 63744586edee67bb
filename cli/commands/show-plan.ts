import { entriesIn, planDigest } from "../../shared/domain/erasure/erasure-plan.ts";
import { requestedScope } from "../../shared/domain/requests/erasure-request.ts";
import type { Context } from "../context.ts";
import { CommandFailed, EXIT, type ExitCode } from "../exit-codes.ts";
import { deployedStores } from "../ports.ts";
import { grouped, table } from "../terminal.ts";

/** One store of a plan, as it is shown. */
type PlannedStore = Readonly<{ id: string; kind: string; found: number; bytes: number }>;

/**
 * Shows the plan of a request: the one on record, to which an approval binds, else what there is to delete now. Nothing
 * is changed by looking.
 */
export async function showPlanOf(context: Context, requestId: string): Promise<ExitCode> {
  const ports = await context.ports();
  const request = await ports.register.read(requestId);
  if (!request)
    throw new CommandFailed(`There is no request ${requestId}: list them with \`lethe requests\`.`);
  const plan = await ports.register.readPlan(requestId);
  if (plan) {
    const digest = planDigest(plan);
    context.terminal.document({ requestId, plan: { ...plan, digest, entries: entriesIn(plan) } });
    context.terminal.result(
      [
        `This was found at ${plan.madeAt}, and is what an approval binds to.`,
        "",
        planText(plan.stores, plan.processors),
      ].join("\n"),
    );
    return EXIT.done;
  }
  const scope = requestedScope(request);
  if (!scope || !request.subjectId) throw new CommandFailed(`Request ${requestId} has ended without a plan.`);
  const subject = request.subjectId;
  const adapters = await deployedStores(await context.deployment(), ports, scope);
  const stores = await Promise.all(
    adapters.map(async ({ storeId, kind, finder }) => {
      const { found, bytes } = await finder.find(subject);
      return { id: storeId, kind, found, bytes };
    }),
  );
  context.terminal.document({ requestId, plan: { digest: null, stores } });
  context.terminal.result(
    ["There is no plan on record yet. This is there now:", "", planText(stores)].join("\n"),
  );
  return EXIT.done;
}

/** Returns a plan as text: what there is in each store, or whom a person has to ask where the scope is about them. */
export function planText(stores: readonly PlannedStore[], processors?: readonly string[]): string {
  if (processors !== undefined) return `Somebody has to ask: ${processors.join(", ")}.`;
  return table([
    ["store", "kind", "entries", "bytes"],
    ...stores.map(({ id, kind, found, bytes }) => [id, kind, grouped(found), grouped(bytes)]),
  ]);
}
