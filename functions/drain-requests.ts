import { SFNClient } from "@aws-sdk/client-sfn";
import { SQSClient } from "@aws-sdk/client-sqs";
import { z } from "zod";
import { sqsDeadLetters } from "../shared/adapters/aws/sqs-dead-letters.ts";
import { stepFunctionsExecutions } from "../shared/adapters/aws/step-functions-executions.ts";
import { drainDueRequests } from "../shared/operations/drain-due-requests.ts";
import { watchDeadLetters } from "../shared/operations/watch-dead-letters.ts";
import { systemClock } from "./deployed/clock.ts";
import { records } from "./deployed/records.ts";
import { register } from "./deployed/register.ts";
import { runsAtOnceMax, setting } from "./deployed/settings.ts";
import { storesFor } from "./deployed/stores.ts";
import { tasks } from "./deployed/tasks.ts";
import { lambdaHandler, logError } from "./handler.ts";

const executions = stepFunctionsExecutions(new SFNClient({}), setting("stateMachineArn"));
const deadLetters = sqsDeadLetters(new SQSClient({}), setting("undeliveredQueueUrl"));

// The minute rule sends its own event, a signal none: neither says anything that is needed.
export const handler = lambdaHandler(z.unknown(), async () => {
  const { looked, failed } = await drainDueRequests({
    register,
    executions,
    tasks,
    records,
    storesFor,
    runsAtOnceMax: runsAtOnceMax(),
    clock: systemClock,
    chance: Math.random,
  });
  for (const { requestId, cause } of failed) {
    logError(`Request ${requestId} could not be moved on; it stays due.`, cause);
  }
  await lookAtDeadLetters();
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
