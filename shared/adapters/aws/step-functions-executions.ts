import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  type SFNClient,
  StartExecutionCommand,
} from "@aws-sdk/client-sfn";
import { canonicalJson } from "../../domain/canonical-json.ts";
import type { ExecutionInput } from "../../domain/erasure/step.ts";
import type { ErasureRequest } from "../../domain/requests/erasure-request.ts";
import type { Executions } from "../../operations/ports.ts";

/** Returns the runs of one state machine; each is named by its request and attempt. */
export function stepFunctionsExecutions(sfn: SFNClient, stateMachineArn: string): Executions {
  return {
    async start(request) {
      const { service, region, requestId, attempt } = request;
      const input: ExecutionInput = { schema: "lethe.execution/1", service, region, requestId, attempt };
      try {
        await sfn.send(
          new StartExecutionCommand({
            stateMachineArn,
            name: executionName(request),
            input: canonicalJson(input),
          }),
        );
      } catch (error) {
        // It ran and has ended: the watch sees that, and a second run of the same attempt is not wanted.
        if (!(error instanceof ExecutionAlreadyExists)) throw error;
      }
    },

    async statusOf(request) {
      const executionArn = `${stateMachineArn.replace(":stateMachine:", ":execution:")}:${executionName(request)}`;
      try {
        const { status } = await sfn.send(new DescribeExecutionCommand({ executionArn }));
        return status === "RUNNING" || status === "PENDING_REDRIVE" ? "running" : "ended";
      } catch (error) {
        if (error instanceof ExecutionDoesNotExist) return "absent";
        throw error;
      }
    },
  };
}

function executionName({ requestId, attempt }: ErasureRequest): string {
  return `${requestId}-${attempt}`;
}
