import {
  GetFunctionConcurrencyCommand,
  GetFunctionConfigurationCommand,
  type LambdaClient,
} from "@aws-sdk/client-lambda";
import { comparable, member, type Properties, type Settings } from "./settings.ts";

/** Returns what a template wants of a function; a queue is named by a reference, so only its presence counts. */
export function wantedOfFunction(properties: Properties): Settings {
  const reserved = properties.ReservedConcurrentExecutions;
  return {
    "reserved concurrency": comparable(reserved === undefined ? undefined : Number(reserved)),
    "dead-letter queue": comparable(member(properties, "DeadLetterConfig").TargetArn !== undefined),
  };
}

/** Returns what a function has. */
export async function foundInFunction(lambda: LambdaClient, name: string): Promise<Settings> {
  const [concurrency, configuration] = await Promise.all([
    lambda.send(new GetFunctionConcurrencyCommand({ FunctionName: name })),
    lambda.send(new GetFunctionConfigurationCommand({ FunctionName: name })),
  ]);
  return {
    "reserved concurrency": comparable(concurrency.ReservedConcurrentExecutions),
    "dead-letter queue": comparable(configuration.DeadLetterConfig?.TargetArn !== undefined),
  };
}
