import { InvokeCommand, type LambdaClient } from "@aws-sdk/client-lambda";
import { z } from "zod";
import type { DrainSignal } from "../../operations/ports.ts";

/** What the draining function is told: somebody waits for something that is due now. */
export const DrainSignalSchema = z.strictObject({ schema: z.literal("lethe.drain-signal/1") });

/** Returns a signal that invokes the draining function without waiting for it. */
export function lambdaDrainSignal(lambda: LambdaClient, functionName: string): DrainSignal {
  return {
    async send() {
      const signal: z.infer<typeof DrainSignalSchema> = { schema: "lethe.drain-signal/1" };
      await lambda.send(
        new InvokeCommand({
          FunctionName: functionName,
          InvocationType: "Event",
          Payload: JSON.stringify(signal),
        }),
      );
    },
  };
}
