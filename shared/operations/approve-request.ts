import type { ErasureRequest } from "../domain/requests/erasure-request.ts";
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
  | "changed-meanwhile";

/**
 * Lets a request by staff run: a second person has seen its plan.
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
  if (progress.state !== "waiting-for-approval") return refused("not-waiting-for-approval");
  if (openedBy.kind === "staff" && openedBy.name === approval.by) return refused("opened-by-the-same-person");
  if (progress.planDigest !== approval.planDigest) return refused("plan-has-changed");

  const at = ports.clock.now().toISOString();
  const stored = await ports.register.update({
    ...request,
    approval: { by: { kind: "staff", name: approval.by }, at, planDigest: approval.planDigest },
    progress: { state: "verified", dueAt: at },
  });
  return stored ? { approved: true, request: stored } : refused("changed-meanwhile");
}

function refused(because: ApprovalRefusal): Approval {
  return { approved: false, because };
}
