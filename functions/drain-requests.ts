import { SFNClient } from "@aws-sdk/client-sfn";
import { z } from "zod";
import { stepFunctionsExecutions } from "../shared/adapters/aws/step-functions-executions.ts";
import { drainDueRequests } from "../shared/operations/drain-due-requests.ts";
import { systemClock } from "./deployed/clock.ts";
import { register } from "./deployed/register.ts";
import { setting } from "./deployed/settings.ts";
import { storesFor } from "./deployed/stores.ts";
import { lambdaHandler, logError } from "./handler.ts";

const executions = stepFunctionsExecutions(new SFNClient({}), setting("stateMachineArn"));

// The minute rule sends its own event, a signal none: neither says anything that is needed.
export const handler = lambdaHandler(z.unknown(), async () => {
  const { looked, failed } = await drainDueRequests({
    register,
    executions,
    storesFor,
    clock: systemClock,
  });
  for (const { requestId, cause } of failed) {
    logError(`Request ${requestId} could not be moved on; it stays due.`, cause);
  }
  return { looked, failed: failed.map(({ requestId }) => requestId) };
});
