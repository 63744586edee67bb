import type { ErasureRequest } from "../requests/erasure-request.ts";
import type { Task, TaskEvidence } from "./task.ts";

/**
 * Returns what shows that nobody has to do a task any more, because its request has moved on; undefined while
 * somebody has to.
 */
export function mootBecause(
  task: Pick<Task, "kind">,
  { requestId, progress, approval }: Pick<ErasureRequest, "requestId" | "progress" | "approval">,
): TaskEvidence | undefined {
  // That somebody was not told is not mended by the end of what they were not told of.
  if (task.kind === "letter-not-sent") return undefined;
  // Copies go on after the end of a request: what looks for them closes it.
  if (task.kind === "copy-not-gone") return undefined;
  switch (progress.state) {
    case "completed":
      // A third party that a person has to ask is asked also when everything else is done.
      if (task.kind === "ask-processor" && (progress.settling ?? progress.lateWrites)) return undefined;
      return {
        what: "The request was completed and certified.",
        reference: `certificate ${progress.certificateKey}`,
      };
    case "withdrawn":
      return { what: "Whoever asked took the request back.", reference: `request ${requestId}` };
    case "refused":
      return { what: "Staff refused the request, with its ground.", reference: `request ${requestId}` };
    case "waiting-for-approval":
      return undefined;
    default:
      if (task.kind !== "approve-plan") return undefined;
      return approval
        ? { what: "Another person approved the plan.", reference: `plan ${approval.planDigest}` }
        : { what: "The request waits for no approval any more.", reference: `request ${requestId}` };
  }
}
