import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import {
  CreateStateMachineCommand,
  SFNClient,
  SFNServiceException,
  StartExecutionCommand,
  StopExecutionCommand,
} from "@aws-sdk/client-sfn";
import { expect } from "vitest";
import type { BareEmbeddedAws } from "../../embedded-aws.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { createStack, type GapProbe, inlineFunction, linesOf, NOTES } from "./probe.ts";

/** Below the account's concurrency of 16, so that stock refuses none of them. */
const EVENTS = 12;
/** Half of the account's concurrency. */
const AT_ONCE = 8;
/** The first retry comes after a second. */
const RETRY_LIMIT_MS = 4_000;

const TAKES_A_WHILE = `
  ${NOTES}
  exports.handler = async () => {
    note("begin");
    await new Promise((resolve) => setTimeout(resolve, 2000));
    note("end");
  };`;

const FAILS_AT_FIRST = `
  ${NOTES}
  const { readFileSync } = require("node:fs");
  exports.handler = async () => {
    note("attempt");
    if (readFileSync(process.env.NOTES_FILE, "utf8") === "attempt\\n") throw new Error("not yet");
  };`;

const WAITING = JSON.stringify({
  StartAt: "Wait",
  States: { Wait: { Type: "Wait", Seconds: 600, End: true } },
});

/** What differs when events start functions, and requests start executions. */
export const eventProbes: readonly GapProbe[] = [
  {
    gap: "bounded_dispatch",
    fact: `runs at most ${AT_ONCE} functions at once for many events, and forgets none`,
    probe: (aws) =>
      withFunctionOnPut(aws, { stack: "dispatch", code: TAKES_A_WHILE }, async (put, notes) => {
        await Promise.all(Array.from({ length: EVENTS }, (_, index) => put(`photo-${index}`)));
        const ends = () => notes().filter((note) => note === "end").length;
        await expect.poll(ends, { timeout: 60_000 }).toBe(EVENTS);
        return mostAtOnce(notes()) > AT_ONCE ? "more" : "few at once";
      }),
    onStock: "more",
    closed: "few at once",
  },
  {
    gap: "bounded_dispatch",
    fact: "tries an event again whose function failed",
    probe: (aws) =>
      withFunctionOnPut(aws, { stack: "retry", code: FAILS_AT_FIRST }, async (put, notes) => {
        await put("photo");
        await expect.poll(() => notes().length, { timeout: 15_000 }).toBeGreaterThan(0);
        const deadline = Date.now() + RETRY_LIMIT_MS;
        await expect
          .poll(() => notes().length === 2 || Date.now() > deadline, { timeout: 2 * RETRY_LIMIT_MS })
          .toBe(true);
        return notes().length;
      }),
    onStock: 1,
    closed: 2,
  },
  {
    gap: "joined_executions",
    fact: "answers a repeated StartExecution with the execution that is running",
    probe: (aws) => startTwice(aws, ['{"request":1}', '{"request":1}']),
    onStock: "ExecutionAlreadyExists",
    closed: "joined",
  },
];

/** Calls a function for every object that is put into a bucket, by way of EventBridge. */
async function withFunctionOnPut<Seen>(
  aws: BareEmbeddedAws,
  { stack, code }: { readonly stack: string; readonly code: string },
  see: (put: (key: string) => Promise<unknown>, notes: () => readonly string[]) => Promise<Seen>,
): Promise<Seen> {
  const folder = temporaryFolder();
  const file = join(folder.path, "notes");
  try {
    const nameOf = await createStack(aws, stack, {
      Bucket: {
        Type: "AWS::S3::Bucket",
        Properties: {
          NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
        },
      },
      Function: inlineFunction(code, { Environment: { Variables: { NOTES_FILE: file } } }),
      Rule: {
        Type: "AWS::Events::Rule",
        Properties: {
          EventPattern: {
            source: ["aws.s3"],
            detail: { bucket: { name: [{ Ref: "Bucket" }] } },
          },
          Targets: [{ Id: "function", Arn: { "Fn::GetAtt": ["Function", "Arn"] } }],
        },
      },
    });
    const s3 = new S3Client(aws.clientConfig);
    const put = (Key: string) => s3.send(new PutObjectCommand({ Bucket: nameOf("Bucket"), Key, Body: "x" }));
    return await see(put, () => linesOf(file));
  } finally {
    folder.remove();
  }
}

function mostAtOnce(notes: readonly string[]): number {
  let [now, most] = [0, 0];
  for (const note of notes) {
    now += note === "begin" ? 1 : -1;
    most = Math.max(most, now);
  }
  return most;
}

/** Starts an execution and, while it runs, one of the same name; says what became of the second. */
export async function startTwice(
  aws: BareEmbeddedAws,
  [firstInput, secondInput]: readonly [string, string],
): Promise<string> {
  const sfn = new SFNClient(aws.clientConfig);
  const { stateMachineArn } = await sfn.send(
    new CreateStateMachineCommand({
      name: "waiting",
      definition: WAITING,
      roleArn: "arn:aws:iam::000000000000:role/any",
    }),
  );
  const name = randomUUID();
  const start = (input: string) => sfn.send(new StartExecutionCommand({ stateMachineArn, name, input }));
  const { executionArn } = await start(firstInput);
  try {
    const second = await start(secondInput);
    return second.executionArn === executionArn ? "joined" : "started another";
  } catch (error) {
    if (error instanceof SFNServiceException) return error.name;
    throw error;
  } finally {
    await sfn.send(new StopExecutionCommand({ executionArn }));
  }
}
