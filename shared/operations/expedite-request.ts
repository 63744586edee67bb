import { planDigest } from "../domain/erasure/erasure-plan.ts";
import type { Actor, ErasureRequest } from "../domain/requests/erasure-request.ts";
import { maybeSamePerson } from "../domain/requests/same-person.ts";
import type { PausePorts } from "./pause-request.ts";

/** How asking for an end of the grace came out; a refusal changes nothing. */
export type Expedition =
  | { readonly outcome: "asked" | "confirmed"; readonly request: ErasureRequest }
  | { readonly outcome: "refused"; readonly because: ExpeditionRefusal };

export type ExpeditionRefusal =
  | "no-such-request"
  | "not-in-grace"
  | "plan-has-changed"
  | "asked-by-the-same-person"
  | "changed-meanwhile";

/**
 * Ends the grace of a request, when a second person wants it too: the first asks, the second confirms, and the run is
 * bound to the plan that both have seen, as by an approval.
 */
export async function expediteRequest(
  { register, clock }: PausePorts,
  asked: {
    readonly requestId: string;
    readonly planDigest: string;
    readonly by: Extract<Actor, { kind: "staff" }>;
  },
): Promise<Expedition> {
  const [request, plan] = await Promise.all([
    register.read(asked.requestId),
    register.readPlan(asked.requestId),
  ]);
  if (!request) return refused("no-such-request");
  const { progress, expedition } = request;
  if (progress.state !== "grace") return refused("not-in-grace");
  if (!plan || planDigest(plan) !== asked.planDigest) return refused("plan-has-changed");
  const at = clock.now().toISOString();
  const mine = { by: asked.by, at, planDigest: asked.planDigest };

  if (expedition?.planDigest !== asked.planDigest) {
    const stored = await register.update({ ...request, expedition: mine });
    return stored ? { outcome: "asked", request: stored } : refused("changed-meanwhile");
  }
  if (maybeSamePerson(expedition.by, asked.by)) return refused("asked-by-the-same-person");
  const stored = await register.update({
    ...request,
    approval: request.approval ?? mine,
    graceEndsAt: at,
    progress: { state: "grace", dueAt: at },
  });
  return stored ? { outcome: "confirmed", request: stored } : refused("changed-meanwhile");
}

function refused(because: ExpeditionRefusal): Expedition {
  return { outcome: "refused", because };
}
