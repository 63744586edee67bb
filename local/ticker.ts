import { setTimeout as pause } from "node:timers/promises";
import { InvokeCommand, LambdaClient, TooManyRequestsException } from "@aws-sdk/client-lambda";
import { LOCAL_CREDENTIALS, type LocalAws } from "./local-environment.ts";

/** Half a second, and less would leave a busy machine no time between two ticks. */
const TICK_MS = 500;

export interface Ticking {
  readonly aws: LocalAws;
  /** Functions that on AWS a rule calls each minute, or less often. */
  readonly functions: readonly string[];
  readonly signal: AbortSignal;
  readonly log: (line: string) => void;
}

/**
 * Calls functions every half second until it is stopped, each again when it has ended: where time is scaled, a minute is
 * over long before the rule's next one. A call that fails is said once, and made again with the next tick.
 */
export async function tick({ aws, functions, signal, log }: Ticking): Promise<void> {
  const lambda = new LambdaClient({
    endpoint: aws.endpoint,
    region: aws.region,
    credentials: LOCAL_CREDENTIALS,
    maxAttempts: 1,
  });
  const told = new Set<string>();
  const tell = (line: string) => {
    if (told.has(line)) return;
    told.add(line);
    log(line);
  };
  await Promise.all(
    functions.map(async (name) => {
      while (!signal.aborted) {
        const began = performance.now();
        await call(lambda, name, tell);
        // Being stopped in a pause is how it ends.
        await pause(Math.max(0, TICK_MS - (performance.now() - began)), undefined, { signal }).catch(
          () => undefined,
        );
      }
    }),
  );
}

async function call(lambda: LambdaClient, name: string, tell: (line: string) => void): Promise<void> {
  try {
    const { FunctionError } = await lambda.send(new InvokeCommand({ FunctionName: name, Payload: "{}" }));
    if (FunctionError !== undefined) tell(`The function ${name} failed at a tick: its log says why.`);
  } catch (error) {
    // The minute rule's own tick is under way.
    if (error instanceof TooManyRequestsException) return;
    tell(`A tick did not reach ${name}: ${error instanceof Error ? error.name : "unknown"}.`);
  }
}
