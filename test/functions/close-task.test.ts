import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { policy as dreamPortraits } from "../../policies/dream-portraits.ts";
import { DEPLOYMENT_VARIABLES } from "../../shared/adapters/aws/deployment.ts";
import { compilePolicy } from "../../shared/domain/policy/compile-policy.ts";
import { taskNumber } from "../world/task.ts";
import { markedAws } from "./marked-aws.ts";
import { captureOutput, invocation } from "./output.ts";

const compiled = compilePolicy(dreamPortraits);
const task = taskNumber(1);
const EVIDENCE = { what: "The lock was lifted.", reference: "TICKET-17" };
const aws = markedAws({ address: "person@example.com", subject: "person-1" });

const AnswerSchema = z.object({
  statusCode: z.number(),
  body: z.string().transform((text) => JSON.parse(text)),
});

beforeAll(() => {
  for (const variable of Object.values(DEPLOYMENT_VARIABLES)) process.env[variable] = `set-${variable}`;
  process.env[DEPLOYMENT_VARIABLES.policyDigest] = compiled.digest;
});

beforeEach(() => {
  aws.forget();
  aws.answers({ isDeletionRefused: false });
  aws.documents.set(`policies/${compiled.digest}.json`, compiled.canonical);
  aws.put("set-LETHE_TASKS_TABLE", { pk: "tasks", sk: task.taskId, task });
  process.env[DEPLOYMENT_VARIABLES.localActors] = "no";
  captureOutput();
});

afterEach(() => vi.restoreAllMocks());

async function called(
  body: unknown,
  {
    taskId = task.taskId,
    userArn = "arn:aws:iam::1:user/grace",
    headers = {},
  }: Readonly<Record<string, unknown>> = {},
) {
  const { handler } = await import("../../functions/close-task.ts");
  const event = {
    body: JSON.stringify(body),
    headers,
    pathParameters: { taskId },
    requestContext: { identity: { userArn } },
  };
  return AnswerSchema.parse(await handler(event, invocation()));
}

describe("POST /tasks/{taskId}/done", () => {
  it("closes a task with its evidence, by the identity that AWS verified", async () => {
    expect(await called(EVIDENCE)).toMatchObject({
      statusCode: 200,
      body: { taskId: task.taskId, state: "done" },
    });
    expect(aws.row("set-LETHE_TASKS_TABLE", "tasks", task.taskId)?.task).toMatchObject({
      progress: { by: { kind: "staff", name: "arn:aws:iam::1:user/grace" }, evidence: EVIDENCE },
    });
    const other = { ...EVIDENCE, reference: "another" };
    expect(await called(other)).toMatchObject({ statusCode: 409, body: { error: "closed-already" } });
  });

  it("takes the answer of a third party that is attached for the evidence, if no other is named", async () => {
    const reply = { mailId: "m1", sha256: "a".repeat(64), receivedAt: task.openedAt, by: "person" };
    const asked = { revision: 1, domain: "vendor.example", written: [], replies: [reply] };
    aws.put("set-LETHE_TASKS_TABLE", { pk: "tasks", sk: task.taskId, task: { ...task, asked } });
    expect(await called({ what: "It says that it is deleted." })).toMatchObject({ statusCode: 200 });
    expect(aws.row("set-LETHE_TASKS_TABLE", "tasks", task.taskId)?.task).toMatchObject({
      progress: {
        evidence: { what: "It says that it is deleted.", reference: "mail m1", sha256: reply.sha256 },
      },
    });
    // The same call, made again because its answer was lost.
    expect(await called({ what: "It says that it is deleted." })).toMatchObject({ statusCode: 200 });
  });

  it("takes nobody's word for who they are on AWS", async () => {
    await called(EVIDENCE, { headers: { "x-lethe-actor": "ada" } });
    expect(JSON.stringify(aws.row("set-LETHE_TASKS_TABLE", "tasks", task.taskId))).not.toContain("ada");
  });

  it("is for staff alone: neither a caller whom AWS does not know, nor the person", async () => {
    expect(await called(EVIDENCE, { userArn: null })).toMatchObject({ statusCode: 403 });
    process.env[DEPLOYMENT_VARIABLES.localActors] = "yes";
    expect(await called(EVIDENCE)).toMatchObject({ statusCode: 403 });
    expect(await called(EVIDENCE, { headers: { "X-Lethe-Actor": "ada" } })).toMatchObject({
      statusCode: 200,
    });
  });

  it.each([
    ["no evidence", {}],
    ["no reference", { what: "Done." }],
    ["an empty sentence", { ...EVIDENCE, what: " " }],
    ["a mail address in it", { ...EVIDENCE, what: "Told person@example.com." }],
    ["a field that nobody knows", { ...EVIDENCE, by: "ada" }],
  ])("refuses %s, and the task stays open", async (_, body) => {
    expect(await called(body)).toMatchObject({ statusCode: 400, body: { error: "EvidenceRefused" } });
    expect(aws.row("set-LETHE_TASKS_TABLE", "tasks", task.taskId)?.task).toEqual(task);
  });

  it("knows no task that is not there, and no number that is none", async () => {
    expect(await called(EVIDENCE, { taskId: "tsk_00000000000000000000000000" })).toMatchObject({
      statusCode: 404,
    });
    expect(await called(EVIDENCE, { taskId: "../requests" })).toMatchObject({ statusCode: 400 });
  });
});
