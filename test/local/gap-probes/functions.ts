import { join } from "node:path";
import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { expect } from "vitest";
import type { BareEmbeddedAws } from "../../embedded-aws.ts";
import { isRunning } from "../processes.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { createStack, type GapProbe, inlineFunction, invoke, linesOf, NOTES } from "./probe.ts";

const INVOCATIONS = 15;
/** Stock waits 50 ms; an invocation without that wait takes about 13 ms. */
const WITHOUT_WAIT_MS = 40;
const BEATS_AFTER_DEATH = 20;

const THROWS = `
  class NothingThere extends Error { name = "NothingThere"; }
  exports.handler = async () => { throw new NothingThere("it is gone"); };`;

const WORKS_FOR_EVER = `
  ${NOTES}
  exports.handler = () => new Promise(() => setInterval(() => note(process.pid), 20));`;

/** What differs while a function runs. The last one kills the emulator. */
export const functionProbes: readonly GapProbe[] = [
  {
    gap: "javascript_error_names",
    fact: "names the error that a function threw, for Retry and Catch to match",
    probe: async (aws) => {
      const nameOf = await createStack(aws, "error-names", { Function: inlineFunction(THROWS) });
      const { errorType, errorMessage } = await invoke(aws, nameOf("Function"));
      return { errorType, errorMessage };
    },
    onStock: { errorType: "Runtime.HandlerError", errorMessage: "it is gone" },
    closed: { errorType: "NothingThere", errorMessage: "it is gone" },
  },
  {
    gap: "javascript_error_names",
    fact: "says that a function's process died",
    probe: async (aws) => {
      const nameOf = await createStack(aws, "dead-process", {
        Function: inlineFunction("exports.handler = async () => process.exit(3);"),
      });
      return (await invoke(aws, nameOf("Function"))).errorType;
    },
    onStock: "Runtime.HandlerError",
    closed: "Runtime.ExitError",
  },
  {
    gap: "warm_invocations",
    fact: "answers a warm invocation that logs nothing without a wait",
    probe: async (aws) => {
      const nameOf = await createStack(aws, "warm", {
        Function: inlineFunction("exports.handler = async () => 1;"),
      });
      return (await fastestMs(aws, nameOf("Function"))) < WITHOUT_WAIT_MS ? "at once" : "after a wait";
    },
    onStock: "after a wait",
    closed: "at once",
  },
  {
    gap: "functions_end_with_us",
    fact: "ends a function in mid-work when the emulator is killed",
    probe: workAfterKill,
    onStock: "works on",
    closed: "ended",
  },
];

/** The fastest of many, so that a busy machine does not count. */
async function fastestMs(aws: BareEmbeddedAws, name: string): Promise<number> {
  await invoke(aws, name);
  let fastest = Number.POSITIVE_INFINITY;
  for (let count = 0; count < INVOCATIONS; count++) {
    const startedAtMs = performance.now();
    await invoke(aws, name);
    fastest = Math.min(fastest, performance.now() - startedAtMs);
  }
  return fastest;
}

async function workAfterKill(aws: BareEmbeddedAws): Promise<string> {
  const folder = temporaryFolder();
  const file = join(folder.path, "notes");
  try {
    const nameOf = await createStack(aws, "endless", {
      Function: inlineFunction(WORKS_FOR_EVER, { Environment: { Variables: { NOTES_FILE: file } } }),
    });
    const event = new InvokeCommand({ FunctionName: nameOf("Function"), InvocationType: "Event" });
    await new LambdaClient(aws.clientConfig).send(event);
    await expect.poll(() => linesOf(file).length, { timeout: 15_000 }).toBeGreaterThan(0);
    const worker = Number(linesOf(file)[0]);
    process.kill(aws.pid, "SIGKILL");
    await expect.poll(() => isRunning(aws.pid), { timeout: 15_000 }).toBe(false);
    const beats = linesOf(file).length;
    const goesOn = () => linesOf(file).length > beats + BEATS_AFTER_DEATH;
    await expect.poll(() => goesOn() || !isRunning(worker), { timeout: 15_000 }).toBe(true);
    return isRunning(worker) ? "works on" : "ended";
  } finally {
    folder.remove();
  }
}
