import type { ErasureRequest } from "../domain/requests/erasure-request.ts";
import { STAFF_REQUESTS_PER_HOUR_MAX } from "../domain/requests/hourly-limits.ts";
import { maybeSamePerson, personBehind } from "../domain/requests/same-person.ts";
import type { Clock, RequestRegister } from "./ports.ts";

/** How an approval ended; a refusal changes nothing and says what would have to be so. */
export type Approval =
  | { readonly approved: true; readonly request: ErasureRequest }
  | { readonly approved: false; readonly because: ApprovalRefusal };

export type ApprovalRefusal =
  | "no-such-request"
  | "not-waiting-for-approval"
  | "opened-by-the-same-person"
  | "plan-has-changed"
  | "too-many-by-one-person"
  | "changed-meanwhile";

/**
 * Lets a request by staff run: a second person has seen its plan. Two sessions of one role count as one person, since
 * whoever takes a role names its session. Approving the same plan twice is approving it once.
 *
 * @param approval `planDigest` is of the plan that was looked at; only that one may be carried out.
 */
export async function approveRequest(
  ports: { readonly register: RequestRegister; readonly clock: Clock },
  approval: { readonly requestId: string; readonly planDigest: string; readonly by: string },
): Promise<Approval> {
  const request = await ports.register.read(approval.requestId);
  if (!request) return refused("no-such-request");
  const { progress, openedBy } = request;
  if (wasApprovedBy(request, approval)) return { approved: true, request };
  if (progress.state !== "waiting-for-approval") return refused("not-waiting-for-approval");
  const by = { kind: "staff", name: approval.by } as const;
  if (openedBy.kind === "staff" && maybeSamePerson(openedBy, by)) return refused("opened-by-the-same-person");
  if (progress.planDigest !== approval.planDigest) return refused("plan-has-changed");

  const now = ports.clock.now();
  const approved = await ports.register.countInHour(`approved by ${personBehind(by.name)}`, now);
  if (approved > STAFF_REQUESTS_PER_HOUR_MAX) return refused("too-many-by-one-person");
  const at = now.toISOString();
  const stored = await ports.register.update({
    ...request,
    approval: { by, at, planDigest: approval.planDigest },
    progress: { state: "verified", dueAt: at },
  });
  return stored ? { approved: true, request: stored } : refused("changed-meanwhile");
}

/** The same call, made again because its answer was lost. */
function wasApprovedBy(
  { approval }: ErasureRequest,
  again: { readonly planDigest: string; readonly by: string },
): boolean {
  if (approval?.by.kind !== "staff") return false;
  return approval.by.name === again.by && approval.planDigest === again.planDigest;
}

function refused(because: ApprovalRefusal): Approval {
  return { approved: false, because };
}
