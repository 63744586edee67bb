import { completeEvidence, EvidenceGivenSchema } from "../shared/domain/tasks/evidence-given.ts";
import { TaskIdSchema } from "../shared/domain/tasks/task.ts";
import { answerRightsRequest } from "../shared/operations/answer-rights-request.ts";
import { closeTask } from "../shared/operations/close-task.ts";
import { policyOnRecord } from "../shared/operations/policy-on-record.ts";
import { ApiEventSchema, actorOf, answer, bodyOf, onlyStaff, refusal } from "./api.ts";
import { systemClock } from "./deployed/clock.ts";
import { records } from "./deployed/records.ts";
import { rights } from "./deployed/rights.ts";
import { setting } from "./deployed/settings.ts";
import { tasks } from "./deployed/tasks.ts";
import { lambdaHandler } from "./handler.ts";

const WHY = {
  "no-such-task": [404, "There is no such task: list them with lethe tasks."],
  "closed-already": [409, "This task is closed already: see lethe tasks --all."],
} as const;

const REFUSED = refusal(
  400,
  "EvidenceRefused",
  'Send {"what", "reference", "sha256"?} to /tasks/TASK/done: what was done and where that is written, each one line that names nobody and holds no mail address. The reference may be left out if the answer of a third party is attached.',
);

export const handler = lambdaHandler(ApiEventSchema, async (event) => {
  const actor = actorOf(event);
  if (actor?.kind !== "staff") return onlyStaff("close a task");
  const taskId = TaskIdSchema.safeParse(event.pathParameters?.taskId);
  const given = bodyOf(event, EvidenceGivenSchema);
  if (!taskId.success || !given) return REFUSED;
  const evidence = completeEvidence(given, await tasks.read(taskId.data));
  if (!evidence) return REFUSED;
  const { policy } = await policyOnRecord(records, setting("policyDigest"));
  const closing = await closeTask({ tasks, clock: systemClock }, taskId.data, {
    by: actor,
    evidence,
    policy,
  });
  if (!closing.closed) {
    const [statusCode, message] = WHY[closing.because];
    return refusal(statusCode, closing.because, message);
  }
  // After it: killed in between, the dates go on being owed, and the watch calls again.
  await answerRightsRequest({ rights, clock: systemClock }, policy, closing.task);
  const { kind, progress } = closing.task;
  return answer(200, { taskId: taskId.data, kind, state: progress.state });
});
