import { z } from "zod";
import { StepSchema } from "../shared/domain/erasure/step.ts";
import { recordFailure } from "../shared/operations/record-failure.ts";
import { systemClock } from "./deployed/clock.ts";
import { register } from "./deployed/register.ts";
import { lambdaHandler } from "./handler.ts";

/** A name and nothing else: what does not look like one is not kept. */
const ErrorNameSchema = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_.]{0,99}$/)
  .catch("UnknownError");

const FailedStepSchema = StepSchema.extend({ errorName: ErrorNameSchema });

export const handler = lambdaHandler(FailedStepSchema, async ({ errorName, ...step }) => {
  await recordFailure({ register, clock: systemClock }, step, errorName);
  return {};
});
