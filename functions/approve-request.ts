import { z } from "zod";
import { RequestIdSchema } from "../shared/domain/requests/request-id.ts";
import { type ApprovalRefusal, approveRequest } from "../shared/operations/approve-request.ts";
import { ApiEventSchema, actorOf, answer, bodyOf, onlyStaff, refusal } from "./api.ts";
import { systemClock } from "./deployed/clock.ts";
import { signalDrain } from "./deployed/drain-signal.ts";
import { register } from "./deployed/register.ts";
import { lambdaHandler } from "./handler.ts";

const ApprovedSchema = z.strictObject({ planDigest: z.string().regex(/^[0-9a-f]{64}$/) });

const WHY: Readonly<Record<ApprovalRefusal, readonly [statusCode: number, message: string]>> = {
  "no-such-request": [404, "There is no such request: list them with lethe requests."],
  "not-waiting-for-approval": [409, "This request does not wait for approval: see lethe status."],
  "opened-by-the-same-person": [
    403,
    "Whoever opened a request cannot approve it: ask another person. Two sessions of one role count as one person, so give those who approve a role of their own, or every member of staff one.",
  ],
  "too-many-by-one-person": [
    429,
    "One person approves only so many requests in an hour: go on in the next one, or ask another person.",
  ],
  "plan-has-changed": [
    409,
    "The plan is not the one that was looked at: look at it again and approve that one.",
  ],
  "changed-meanwhile": [409, "The request was changed at the same moment: look at it again."],
};

export const handler = lambdaHandler(ApiEventSchema, async (event) => {
  const actor = actorOf(event);
  if (actor?.kind !== "staff") return onlyStaff("approve");
  const requestId = RequestIdSchema.safeParse(event.pathParameters?.requestId);
  const approved = bodyOf(event, ApprovedSchema);
  if (!requestId.success || !approved) {
    return refusal(400, "ApprovalRefused", 'Send {"planDigest"} to /requests/REQUEST/approval.');
  }
  const approval = await approveRequest(
    { register, clock: systemClock },
    { requestId: requestId.data, planDigest: approved.planDigest, by: actor.name },
  );
  if (!approval.approved) {
    const [statusCode, message] = WHY[approval.because];
    return refusal(statusCode, approval.because, message);
  }
  await signalDrain();
  return answer(202, { requestId: approval.request.requestId, state: approval.request.progress.state });
});
