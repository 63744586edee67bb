import { z } from "zod";
import { StepSchema } from "../shared/domain/erasure/step.ts";
import { recordFailure } from "../shared/operations/record-failure.ts";
import { systemClock } from "./deployed/clock.ts";
import { register } from "./deployed/register.ts";
import { tasks } from "./deployed/tasks.ts";
import { plainErrorName } from "./error-name.ts";
import { lambdaHandler } from "./handler.ts";

const FailedStepSchema = StepSchema.extend({ errorName: z.unknown().transform(plainErrorName) });

export const handler = lambdaHandler(FailedStepSchema, async ({ errorName, ...step }) => {
  await recordFailure({ register, tasks, clock: systemClock, chance: Math.random }, step, errorName);
  return {};
});
