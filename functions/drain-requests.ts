import { SFNClient } from "@aws-sdk/client-sfn";
import { SQSClient } from "@aws-sdk/client-sqs";
import { z } from "zod";
import { DrainSignalSchema } from "../shared/adapters/aws/lambda-drain-signal.ts";
import { sqsDeadLetters } from "../shared/adapters/aws/sqs-dead-letters.ts";
import { stepFunctionsExecutions } from "../shared/adapters/aws/step-functions-executions.ts";
import type { ErasureRequest } from "../shared/domain/requests/erasure-request.ts";
import { drainDueRequests } from "../shared/operations/drain-due-requests.ts";
import { watchDeadLetters } from "../shared/operations/watch-dead-letters.ts";
import { systemClock } from "./deployed/clock.ts";
import { asks } from "./deployed/disclosures.ts";
import { records } from "./deployed/records.ts";
import { register } from "./deployed/register.ts";
import { numberSetting, setting } from "./deployed/settings.ts";
import { storesFor } from "./deployed/stores.ts";
import { subjectKeys } from "./deployed/subject-keys.ts";
import { tasks } from "./deployed/tasks.ts";
import { lambdaHandler, logError } from "./handler.ts";

const executions = stepFunctionsExecutions(new SFNClient({}), setting("stateMachineArn"));
const deadLetters = sqsDeadLetters(new SQSClient({}), setting("undeliveredQueueUrl"));

/** A signal, or what EventBridge sends when a run has ended. */
const RoomOrSignalSchema = z.union([
  DrainSignalSchema,
  z.object({ "detail-type": z.literal("Step Functions Execution Status Change") }),
]);

const ports = {
  register,
  executions,
  tasks,
  asks,
  records,
  storesFor: (request: ErasureRequest) => storesFor(request, subjectKeys),
  runsAtOnceMax: numberSetting("runsAtOnceMax"),
  clock: systemClock,
  chance: Math.random,
};

// What else it is told, by the minute rule or by a person, says nothing that is needed.
export const handler = lambdaHandler(z.unknown(), async (event, context) => {
  const reach = RoomOrSignalSchema.safeParse(event).success ? "what-somebody-waits-for" : "everything";
  const { looked, failed } = await drainDueRequests(
    { ...ports, remainingMs: () => context.getRemainingTimeInMillis() },
    reach,
  );
  for (const { requestId, cause } of failed) {
    logError(`Request ${requestId} could not be moved on; it stays due.`, cause);
  }
  if (reach === "everything") await lookAtDeadLetters();
  return { looked, failed: failed.map(({ requestId }) => requestId) };
});

/** A look that fails is made again in a minute; what is due is no less drained for it. */
async function lookAtDeadLetters(): Promise<void> {
  const of = { service: setting("service"), region: setting("region") };
  try {
    await watchDeadLetters({ deadLetters, tasks, clock: systemClock }, of);
  } catch (error) {
    logError("Nobody could look whether calls have failed.", error);
  }
}
