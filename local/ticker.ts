import { setTimeout as pause } from "node:timers/promises";
import { InvokeCommand, LambdaClient, TooManyRequestsException } from "@aws-sdk/client-lambda";
import { realInstant, scaledInstant, type TimeScale } from "../shared/adapters/clock/scaled-time.ts";
import { LOCAL_CREDENTIALS, type LocalAws } from "./local-environment.ts";

/** Half a second, and less would leave a busy machine no time between two ticks. */
const TICK_MS = 500;
/** What the minute rule had begun is over within this. */
const BUSY_MS = 50;

export interface Ticking {
  readonly aws: LocalAws;
  readonly time: TimeScale;
  /** Deletes what is due; absent: nothing is to be deleted yet. */
  readonly sweeper?: string | undefined;
  /** The other functions that on AWS a rule calls each minute, or less often. */
  readonly others: readonly string[];
  readonly signal: AbortSignal;
  readonly log: (line: string) => void;
}

/**
 * Calls functions every half second until it is stopped, each again when it has ended: where time is scaled, a minute is
 * over long before the rule's next one. The sweeper is called when a stretch of time of due rows is over, which it waits
 * for; the others between two of its ticks, when they take least from it. A call that fails is said once, and made again
 * with the next tick.
 */
export async function tick({ aws, time, sweeper, others, signal, log }: Ticking): Promise<void> {
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
    [...(sweeper === undefined ? [] : [sweeper]), ...others].map(async (name) => {
      const afterMs = name === sweeper ? 0 : TICK_MS / 2;
      // Being stopped in a pause is how it ends.
      const wait = (milliseconds: number) =>
        pause(milliseconds, undefined, { signal }).catch(() => undefined);
      while (!signal.aborted) {
        const next = nextTickAt(time, new Date(), afterMs);
        const isOver = await call(lambda, name, tell);
        await wait(isOver ? Math.max(0, next.getTime() - Date.now()) : BUSY_MS);
      }
    }),
  );
}

/**
 * Returns the next real moment, at most half a second later, that is so long after the end of a stretch of time of due rows:
 * those begin with the scaled clock's 1970.
 */
export function nextTickAt(time: TimeScale, now: Date, afterMs: number): Date {
  const widthMs = TICK_MS * time.scale;
  const shownMs = scaledInstant(time, now).getTime() - afterMs * time.scale;
  const next = (Math.floor(shownMs / widthMs) + 1) * widthMs + afterMs * time.scale;
  // A moment knows no parts of a millisecond, and one too early is before the end.
  return new Date(realInstant(time, new Date(next)).getTime() + 1);
}

/** @returns false if the minute rule's own tick is under way: then this one is still to come. */
async function call(lambda: LambdaClient, name: string, tell: (line: string) => void): Promise<boolean> {
  try {
    const { FunctionError } = await lambda.send(new InvokeCommand({ FunctionName: name, Payload: "{}" }));
    if (FunctionError !== undefined) tell(`The function ${name} failed at a tick: its log says why.`);
  } catch (error) {
    if (error instanceof TooManyRequestsException) return false;
    tell(`A tick did not reach ${name}: ${error instanceof Error ? error.name : "unknown"}.`);
  }
  return true;
}
