import { InvokeCommand, type LambdaClient } from "@aws-sdk/client-lambda";
import type { DrainSignal } from "../../operations/ports.ts";

/** Returns a signal that invokes the draining function without waiting for it. */
export function lambdaDrainSignal(lambda: LambdaClient, functionName: string): DrainSignal {
  return {
    async send() {
      await lambda.send(new InvokeCommand({ FunctionName: functionName, InvocationType: "Event" }));
    },
  };
}
