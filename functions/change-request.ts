import type { APIGatewayProxyResult } from "aws-lambda";
import { z } from "zod";
import { SubjectIdSchema } from "../shared/domain/erasure/subject-id.ts";
import type { Actor } from "../shared/domain/requests/erasure-request.ts";
import { REFUSAL_GROUNDS } from "../shared/domain/requests/refusal-ground.ts";
import { RequestIdSchema } from "../shared/domain/requests/request-id.ts";
import { closeMootTasks } from "../shared/operations/close-task.ts";
import type { Ending } from "../shared/operations/end-unfrozen.ts";
import { expediteRequest } from "../shared/operations/expedite-request.ts";
import { RequestBusy } from "../shared/operations/open-request.ts";
import { pauseAll } from "../shared/operations/pause-all.ts";
import { type Pausing, pauseRequest } from "../shared/operations/pause-request.ts";
import { refuseRequest } from "../shared/operations/refuse-request.ts";
import { resumeAll } from "../shared/operations/resume-all.ts";
import { resumeRequest } from "../shared/operations/resume-request.ts";
import { withdrawRequest } from "../shared/operations/withdraw-request.ts";
import { type ApiEvent, ApiEventSchema, actorOf, answer, bodyOf, refusal } from "./api.ts";
import { systemClock } from "./deployed/clock.ts";
import { signalDrain } from "./deployed/drain-signal.ts";
import { records } from "./deployed/records.ts";
import { register } from "./deployed/register.ts";
import { tasks } from "./deployed/tasks.ts";
import { lambdaHandler, logError } from "./handler.ts";

type Staff = Extract<Actor, { kind: "staff" }>;

const ports = { register, records, tasks, clock: systemClock };
const RefusedSchema = z.strictObject({
  ground: z.enum(REFUSAL_GROUNDS),
  reason: z.string().min(1).max(500),
});
const ExpeditedSchema = z.strictObject({ planDigest: z.string().regex(/^[0-9a-f]{64}$/) });
const OfSubjectSchema = z.strictObject({ subject: SubjectIdSchema });

const WHY = {
  "no-such-request": [404, "There is no such request: list them with lethe requests."],
  "not-theirs": [
    403,
    "The person takes back only what they asked for: staff say who they are with --as NAME.",
  ],
  "frozen-already": [
    409,
    "The person is frozen and the erasure has begun: there is no undo. What is not deleted yet can be paused, or kept by a legal hold.",
  ],
  "ended-already": [409, "This request has ended already: see lethe status."],
  "paused-already": [409, "This request is paused already: see lethe status."],
  "not-paused": [409, "Nothing is paused here: see lethe status."],
  "not-in-grace": [
    409,
    "This request is not in its grace, so there is nothing to shorten: see lethe status.",
  ],
  "plan-has-changed": [409, "The plan is not the one that was looked at: see lethe plan."],
  "asked-by-the-same-person": [
    403,
    "Two people have to want this: ask another one. Two sessions of one role count as one person.",
  ],
  "changed-meanwhile": [409, "The request was changed at the same moment: look at it again."],
} as const;

export const handler = lambdaHandler(ApiEventSchema, async (event) => {
  const actor = actorOf(event);
  if (!actor) {
    return refusal(403, "CallerUnknown", "AWS did not say who calls: sign the call with IAM credentials.");
  }
  try {
    return await changed(event, actor);
  } catch (error) {
    if (error instanceof RequestBusy) return refused("changed-meanwhile");
    throw error;
  }
});

async function changed(event: ApiEvent, actor: Actor): Promise<APIGatewayProxyResult> {
  const requestId = RequestIdSchema.safeParse(event.pathParameters?.requestId).data;
  switch (event.resource) {
    case "/service/requests/{requestId}/withdrawal": {
      const asked = bodyOf(event, OfSubjectSchema);
      if (!requestId || !asked) return malformed('{"subject"}');
      return ended(await withdrawRequest(ports, { requestId, by: actor, subject: asked.subject }));
    }
    case "/requests/{requestId}/withdrawal":
      if (!requestId) return malformed("{}");
      return ended(await withdrawRequest(ports, { requestId, by: actor }));
  }
  if (actor.kind !== "staff") {
    return refusal(403, "CallerUnknown", "Only a named member of staff can do this: locally --as NAME.");
  }
  if (event.resource === "/pause") return pausedAll(actor);
  if (event.resource === "/resume") return resumedAll(actor);
  return requestId ? byStaff(event, requestId, actor) : malformed("{}");
}

async function byStaff(event: ApiEvent, requestId: string, by: Staff): Promise<APIGatewayProxyResult> {
  switch (event.resource) {
    case "/requests/{requestId}/refusal": {
      const asked = bodyOf(event, RefusedSchema);
      if (!asked) return malformed(`{"ground", "reason"}; a ground is one of ${REFUSAL_GROUNDS.join(", ")}`);
      return ended(await refuseRequest(ports, { requestId, by, ...asked }));
    }
    case "/requests/{requestId}/pause":
      return stopped(await pauseRequest(ports, requestId, by));
    case "/requests/{requestId}/resume": {
      const resumed = await resumeRequest(ports, requestId);
      await signalDrain();
      return stopped(resumed);
    }
    case "/requests/{requestId}/expedition": {
      const asked = bodyOf(event, ExpeditedSchema);
      return asked ? expedited(requestId, asked.planDigest, by) : malformed('{"planDigest"}');
    }
    default:
      return refusal(404, "NoSuchChange", "The API has no such change of a request.");
  }
}

async function pausedAll(by: Staff): Promise<APIGatewayProxyResult> {
  await pauseAll(ports, by);
  return answer(200, { state: "paused" });
}

async function resumedAll(by: Staff): Promise<APIGatewayProxyResult> {
  const outcome = await resumeAll(ports, by);
  if (outcome === "not-paused" || outcome === "asked-by-the-same-person") return refused(outcome);
  if (outcome === "needs-a-second-person") return answer(202, { state: outcome });
  await signalDrain();
  return answer(200, { state: outcome });
}

async function expedited(requestId: string, planDigest: string, by: Staff): Promise<APIGatewayProxyResult> {
  const expedition = await expediteRequest(ports, { requestId, planDigest, by });
  if (expedition.outcome === "refused") return refused(expedition.because);
  if (expedition.outcome === "asked") return answer(202, { requestId, state: "needs-a-second-person" });
  await signalDrain();
  return answer(202, { requestId, state: expedition.request.progress.state });
}

async function ended(ending: Ending): Promise<APIGatewayProxyResult> {
  if (!ending.ended) return refused(ending.because);
  const { request } = ending;
  // It has ended all the same; a task that stays open is closed by whoever looks at it.
  await closeMootTasks(ports, request).catch((error: unknown) =>
    logError(`Tasks of request ${request.requestId} could not be closed.`, error),
  );
  return answer(200, { requestId: request.requestId, state: request.progress.state });
}

function stopped(pausing: Pausing): APIGatewayProxyResult {
  if (!pausing.changed) return refused(pausing.because);
  const { requestId, paused, progress } = pausing.request;
  return answer(200, { requestId, state: paused ? "paused" : progress.state });
}

function refused(because: keyof typeof WHY): APIGatewayProxyResult {
  const [statusCode, message] = WHY[because];
  return refusal(statusCode, because, message);
}

function malformed(body: string): APIGatewayProxyResult {
  return refusal(400, "ChangeRefused", `Send ${body}; a request is named as lethe requests lists it.`);
}
