import { setTimeout as pause } from "node:timers/promises";
import {
  ExecutionDoesNotExist,
  GetExecutionHistoryCommand,
  type HistoryEvent,
  SFNClient,
} from "@aws-sdk/client-sfn";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { ERASURE_WORKFLOW, STEP_FUNCTIONS } from "../../infra/workflows/erasure.ts";
import { LOCAL_CREDENTIALS } from "../../local/local-environment.ts";
import { dynamodbRequestRegister } from "../../shared/adapters/aws/dynamodb-request-register.ts";
import type { ErasureRequest } from "../../shared/domain/requests/erasure-request.ts";
import { functionProcesses, kill } from "./functions-at-work.ts";
import { type Service, startService, storesOf } from "./service.ts";

const STEPS = STEP_FUNCTIONS.filter((name) => name !== "record-failure");
/** A state lasts some 100 ms, most of it the start of a process. */
const LOOK_EVERY_MS = 10;
const LOOKS_MAX = 1000;
const AT_WORK_AFTER_MS = 350;

const CountsSchema = z.record(z.string(), z.number());
const ReportSchema = z.object({
  requestId: z.string(),
  state: z.string(),
  stores: z.array(z.object({ outcome: z.string(), found: z.number(), deleted: z.number() })),
});

describe("an erasure on the embedded AWS", () => {
  let service: Service;
  let where: string;

  beforeAll(async () => {
    service = await startService();
    where = await storesOf(service);
  });
  afterAll(() => service.stop());

  it("comes to the same end when the process of each function is killed once", async () => {
    const subject = "killed";
    const put = await service.boto3("put", where, subject);
    // Idle ones go first: what is there afterwards was started for this erasure.
    for (let idle = await ofSteps(); idle.length > 0; idle = await ofSteps()) idle.forEach(kill);
    const killed = new Set<string>();
    let isOver = false;
    const killing = (async () => {
      while (!isOver) {
        for (const one of await ofSteps()) {
          const step = stepOf(one.functionName);
          if (!step || killed.has(step)) continue;
          // A process takes some 300 ms to start: every other one dies before it has done anything, the rest at work.
          if (killed.size % 2 === 1) await pause(AT_WORK_AFTER_MS);
          killed.add(step);
          kill(one);
        }
      }
    })();
    const ended = await service.lethe("erase", "--subject", subject, "--wait", "--json").finally(() => {
      isOver = true;
    });
    await killing;

    expect([...killed]).toEqual(STEPS);
    const { requestId } = await expectErased(ended.stdout, subject, put);
    const failures = (await history(requestId, 1)).filter(({ type }) => type === "TaskFailed");
    // One that was killed late may have answered just before.
    expect(failures.length).toBeGreaterThanOrEqual(STEPS.length / 2);
  });

  it("comes to the same end when the embedded AWS is stopped in each state, one attempt after the other", async () => {
    const subject = "stopped";
    await service.boto3("put", where, subject);
    // The embedded AWS forgets unfinished uploads when it stops, so what is there is counted after one.
    await service.restart();
    const put = await service.boto3("count", where, subject);
    const opened = await service.lethe("erase", "--subject", subject, "--json");
    const { requestId } = z.object({ requestId: z.string() }).parse(JSON.parse(opened.stdout));
    const [stoppedIn, reasons]: [string[], string[]] = [[], []];
    for (const [at, state] of statesOfSteps().entries()) {
      await until(async () => (await read(requestId)).attempt > at);
      await until(async () => (await entered(requestId, at + 1)).includes(state));
      await service.restart();
      const { progress, attempt } = await read(requestId);
      if (progress.state === "completed") break;
      expect(attempt).toBe(at + 1);
      stoppedIn.push(state);
      reasons.push(...(await takeUpAgain(requestId)));
    }
    const ended = await service.lethe("erase", "--subject", subject, "--wait", "--json");

    expect(await expectErased(ended.stdout, subject, put)).toMatchObject({ requestId });
    // Who looks too late sees the next attempt already, but not every time.
    expect(reasons).toContainEqual(expect.stringMatching(/ended without a word/));
    // The last states are so short that the stop may come too late for them.
    expect(stoppedIn.length).toBeGreaterThanOrEqual(STEPS.length - 1);
  });

  async function expectErased(report: string, subject: string, put: unknown) {
    const erasure = ReportSchema.parse(JSON.parse(report));
    expect(erasure.state).toBe("completed");
    expect(new Set(erasure.stores.map(({ outcome }) => outcome))).toEqual(new Set(["deleted"]));
    expect(erasure.stores.map(({ deleted }) => deleted)).toEqual(Object.values(CountsSchema.parse(put)));
    const left = CountsSchema.parse(await service.boto3("count", where, subject));
    expect(Object.values(left)).toEqual([0, 0, 0, 0, 0]);
    expect((await service.lethe("ledger", "check")).exitCode).toBe(0);
    return erasure;
  }

  async function ofSteps() {
    const all = await functionProcesses(service.aws.pid);
    return all.filter(({ functionName }) => stepOf(functionName) !== undefined);
  }

  const register = () => dynamodbRequestRegister(service.demo.documents, service.output("RequestsTable"));

  async function read(requestId: string): Promise<ErasureRequest> {
    const request = await register().read(requestId);
    if (!request) throw new Error(`There is no request ${requestId}.`);
    return request;
  }

  /** Lets each date come at once until the next attempt runs; returns the reasons that were seen to be waited for. */
  async function takeUpAgain(requestId: string): Promise<readonly string[]> {
    const { attempt } = await read(requestId);
    const reasons: string[] = [];
    for (let looks = 0; looks < LOOKS_MAX; looks += 1) {
      const request = await read(requestId);
      const { progress } = request;
      if (request.attempt > attempt) return reasons;
      if (progress.state === "waiting") reasons.push(progress.reason);
      if ("dueAt" in progress) {
        await register().update({ ...request, progress: { ...progress, dueAt: new Date().toISOString() } });
      }
      await service.drain();
    }
    throw new Error("The request was not taken up again.");
  }

  async function history(requestId: string, attempt: number): Promise<readonly HistoryEvent[]> {
    const { endpoint, region } = service.aws;
    const sfn = new SFNClient({ endpoint, region, credentials: LOCAL_CREDENTIALS });
    const machine = service.output("StateMachineArn").replace(":stateMachine:", ":execution:");
    const executionArn = `${machine}:${requestId}-${attempt}`;
    try {
      const { events = [] } = await sfn.send(new GetExecutionHistoryCommand({ executionArn }));
      return events;
    } catch (error) {
      // The register says that it runs a moment before the execution is started.
      if (error instanceof ExecutionDoesNotExist) return [];
      throw error;
    }
  }

  async function entered(requestId: string, attempt: number): Promise<readonly string[]> {
    const events = await history(requestId, attempt);
    return events.flatMap(({ stateEnteredEventDetails }) => stateEnteredEventDetails?.name ?? []);
  }
});

/** Returns the step that a function carries out. */
function stepOf(functionName: string): string | undefined {
  return STEP_FUNCTIONS.find((step) => isOf(functionName, step));
}

/** CloudFormation makes a function's name of its id without dashes. */
function isOf(functionName: string, id: string): boolean {
  return functionName.toLowerCase().includes(id.replaceAll("-", ""));
}

/** Returns the states that call a function, in their order. */
function statesOfSteps(): readonly string[] {
  return Object.keys(ERASURE_WORKFLOW.States).filter((state) =>
    STEPS.some((step) => step.replaceAll("-", "") === state.toLowerCase()),
  );
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let looks = 0; looks < LOOKS_MAX; looks += 1) {
    if (await isSo()) return;
    await pause(LOOK_EVERY_MS);
  }
  throw new Error("What was waited for did not come.");
}
