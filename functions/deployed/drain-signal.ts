import { LambdaClient } from "@aws-sdk/client-lambda";
import { lambdaDrainSignal } from "../../shared/adapters/aws/lambda-drain-signal.ts";
import { plainErrorName } from "../error-name.ts";
import { logger } from "../handler.ts";
import { setting } from "./settings.ts";

const signal = lambdaDrainSignal(new LambdaClient({}), setting("drainFunctionName"));

/** Sends the signal; when that fails it is logged, and the minute rule does what the signal would have. */
export async function signalDrain(): Promise<void> {
  try {
    await signal.send();
  } catch (error) {
    logger.warn("The drain was not signalled: the minute rule finds what is due.", {
      errorName: plainErrorName(error instanceof Error ? error.name : undefined),
    });
  }
}
