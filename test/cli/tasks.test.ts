import { createServer } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { doctor } from "../../cli/commands/doctor.ts";
import { listTasks, showTask, taskDone } from "../../cli/commands/tasks.ts";
import { EXIT, UsageError } from "../../cli/exit-codes.ts";
import { terminalOf } from "../../cli/terminal.ts";
import type { AskLetterName } from "../../shared/domain/tasks/asked-by-letter.ts";
import type { Task } from "../../shared/domain/tasks/task.ts";
import { type ErasureWorld, erasureWorld } from "../world/erasure-world.ts";
import { requestNumber } from "../world/requests.ts";
import { aTask, DONE, taskNumber } from "../world/task.ts";
import { contextOver, deploymentOf, written } from "./service.ts";

let world: ErasureWorld;
let stops: (() => Promise<void>)[] = [];

beforeEach(async () => {
  world = await erasureWorld();
});

afterEach(async () => {
  for (const stop of stops) await stop();
  stops = [];
});

/** A context that prints text, or the one JSON document. */
function session({
  json = false,
  where = "embedded" as "embedded" | "aws",
  endpoint = "http://127.0.0.1:1",
} = {}) {
  const streams = written();
  const context = contextOver(world, deploymentOf(world, where, { endpoint }), streams);
  return { streams, context: { ...context, terminal: terminalOf(streams, { json }) } };
}

const at = (instant: string) => new Date(instant);

describe("lethe tasks", () => {
  let [first, second]: Task[] = [];

  beforeEach(async () => {
    first = await world.tasks.open(taskNumber(1, "keeps-failing"));
    second = await world.tasks.open(taskNumber(2, "left-behind"));
  });

  it("lists what is open by due date, and says in words what is overdue", async () => {
    const { streams, context } = session();
    expect(await listTasks(context, {}, at("2026-11-25T00:00:00.000Z"))).toBe(EXIT.waiting);
    const lines = streams.stdout().split("\n");
    expect(lines[1]).toMatch(new RegExp(`^${first?.taskId} .*\\(overdue\\)`));
    expect(lines[2]).toContain(second?.taskId);
    expect(lines[2]).not.toContain("overdue");
  });

  it("says so when nobody has anything to do", async () => {
    for (const task of [first, second]) await world.tasks.close(task?.taskId ?? "", DONE);
    const { streams, context } = session();
    expect(await listTasks(context, {})).toBe(EXIT.done);
    expect(streams.stdout()).toBe("Nobody has anything to do.\n");
  });

  it("with --all shows who did what was done, and what shows it", async () => {
    await world.tasks.close(first?.taskId ?? "", DONE);
    const { streams, context } = session();
    await listTasks(context, { all: true }, at("2026-11-30T00:00:00.000Z"));
    expect(streams.stdout()).toContain("Done by grace at 2026-11-24T10:00:00.000Z");
    expect(streams.stdout()).toContain("TICKET-17");
  });

  it("with --json prints the tasks as they are stored, and whether each is overdue", async () => {
    const { streams, context } = session({ json: true });
    await listTasks(context, {}, at("2026-11-25T00:00:00.000Z"));
    expect(JSON.parse(streams.stdout())).toEqual({
      tasks: [
        { ...first, overdue: true },
        { ...second, overdue: false },
      ],
    });
  });
});

describe("what was written to a third party", () => {
  const THROUGH = `dsc_${"0".repeat(26)}`;
  const [SENT_AT, REMINDED_AT, CAME_AT] = [
    "2026-11-23T10:00:00.000Z",
    "2026-12-07T10:00:00.000Z",
    "2026-12-08T09:00:00.000Z",
  ];
  const sent = (letter: AskLetterName, at: string) => ({
    ...{ letter, through: THROUGH, things: 1, begunAt: at, sentAt: at },
  });
  const reply = { mailId: "answer-1", sha256: "a".repeat(64), receivedAt: CAME_AT, by: "person" } as const;
  const asked = {
    ...{ revision: 0, domain: "mail-vendor.example", replies: [reply] },
    written: [sent("ask-processor", SENT_AT), sent("remind-processor", REMINDED_AT)],
  };
  let task: Task;

  beforeEach(async () => {
    const { service, region, requestId } = requestNumber(1);
    const about = { service, region, requestId, processor: "mail-vendor" };
    task = await world.tasks.open(aTask(about, "ask-processor"));
    await world.tasks.noteAsked(task.taskId, asked);
  });

  it("stands in the list of tasks: asked on, reminders, and the answer that is to be read", async () => {
    const { streams, context } = session();
    await listTasks(context, {}, at("2026-12-09T00:00:00.000Z"));
    for (const said of [
      `Asked by letter on ${SENT_AT}.`,
      `Reminded once: ${REMINDED_AT}.`,
      "lethe mail show answer-1 --text",
    ]) {
      expect(streams.stdout()).toContain(said);
    }
  });

  it("is shown of one task, letter by letter and answer by answer", async () => {
    const { streams, context } = session();
    expect(await showTask(context, task.taskId, at("2027-02-01T00:00:00.000Z"))).toBe(EXIT.waiting);
    for (const said of [
      "third party mail-vendor",
      "(overdue)",
      `letter      ask-processor, sent on ${SENT_AT}`,
      `letter      remind-processor, sent on ${REMINDED_AT}`,
      `answer      mail answer-1 of ${CAME_AT}, by a person, sha256 ${reply.sha256}`,
    ]) {
      expect(streams.stdout()).toContain(said);
    }
    await world.tasks.close(task.taskId, DONE);
    const closed = session();
    expect(await showTask(closed.context, task.taskId)).toBe(EXIT.done);
    expect(closed.streams.stdout()).toContain("Done by grace");
    await expect(showTask(closed.context, "tsk_00000000000000000000000000")).rejects.toThrow("no such task");
    await expect(showTask(closed.context, "req_1")).rejects.toThrow(UsageError);
  });
});

describe("lethe task done", () => {
  const options = { evidence: "TICKET-17", note: "The lock was lifted.", as: "grace" };
  const { taskId } = taskNumber(1);

  it("sends the evidence to the API, as the member of staff who is named", async () => {
    const seen: unknown[] = [];
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(Buffer.from(chunk));
      seen.push([
        request.url,
        request.headers["x-lethe-actor"],
        JSON.parse(Buffer.concat(chunks).toString("utf8")),
      ]);
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify({ taskId, kind: "left-behind", state: "done" }));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    stops.push(() => new Promise((resolve) => server.close(() => resolve())));
    const address = server.address();
    const endpoint = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;

    const { streams, context } = session({ endpoint });
    expect(await taskDone(context, taskId, options)).toBe(EXIT.done);
    expect(seen).toEqual([
      [
        expect.stringMatching(new RegExp(`/tasks/${taskId}/done$`)),
        "grace",
        { what: options.note, reference: options.evidence },
      ],
    ]);
    expect(streams.stdout()).toContain(taskId);

    // Without evidence the API takes the answer that is attached.
    const { evidence: _, ...rest } = options;
    await taskDone(session({ endpoint }).context, taskId, rest);
    expect(seen[1]).toMatchObject([expect.any(String), "grace", { what: options.note }]);
    expect(seen[1]).not.toHaveProperty("2.reference");
  });

  it("does not let anybody say who they are on AWS, and asks for it here", async () => {
    await expect(taskDone(session({ where: "aws" }).context, taskId, options)).rejects.toThrow(UsageError);
    const { as: _as, ...nobody } = options;
    await expect(taskDone(session().context, taskId, nobody)).rejects.toThrow("--as NAME");
    await expect(taskDone(session().context, "req_1", options)).rejects.toThrow(UsageError);
  });
});

describe("lethe doctor", () => {
  const bound = () =>
    world.records.putBindings({
      schema: "lethe.bindings/1",
      service: world.compiled.policy.service.id,
      region: "eu-central-1",
      account: "000000000000",
      policyDigest: world.compiled.digest,
      stores: {},
    });

  it("says that nothing is stuck, and ends with 0", async () => {
    await bound();
    const { streams, context } = session();
    expect(await doctor(context)).toBe(EXIT.done);
    expect(streams.stdout()).toBe("Nothing is stuck.\n");
  });

  it("names what is stuck in a line each, with the command that helps, and ends with 3", async () => {
    await bound();
    const requestId = await world.open(world.settle("1", 3));
    world.deadLetters.hold(2, 600);
    const task = await world.tasks.open({ ...taskNumber(1), dueAt: "2020-01-01T00:00:00.000Z" });
    const { streams, context } = session();
    // The command looks at the real clock.
    const request = await world.read(requestId);
    await world.register.update({
      ...request,
      progress: { state: "verified", dueAt: "2020-01-01T00:00:00.000Z" },
    });
    expect(await doctor(context)).toBe(EXIT.waiting);
    const lines = streams.stdout().trim().split("\n");
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(new RegExp(`^late  ${requestId}  .*Helps: lethe status ${requestId}$`));
    expect(lines[1]).toContain(`lethe task done ${task.taskId}`);
    expect(lines[2]).toMatch(/2 calls .*10 min/);
  });

  it("ends with 1 when the deployment can neither erase nor prove: bindings, policy or keys are missing", async () => {
    const { streams, context } = session({ json: true });
    const ports = { ...(await context.ports()), hasSubjectKey: async () => false };
    const damaged = { ...context, ports: async () => ports };
    expect(await doctor(damaged)).toBe(EXIT.failed);
    const { stuck } = JSON.parse(streams.stdout());
    expect(stuck.map(({ kind }: { kind: string }) => kind)).toEqual(["bindings-missing", "key-missing"]);
    expect(stuck[0].helps).toBe("npm start, again");
  });

  it("says that the policy was changed since it was deployed", async () => {
    await bound();
    const { streams, context } = session({ json: true });
    const deployment = await context.deployment();
    const older = {
      ...deployment,
      output: (name: Parameters<typeof deployment.output>[0]) =>
        name === "PolicyDigest" ? "0".repeat(64) : deployment.output(name),
    };
    const ports = await context.ports();
    const records = { ...ports.records, readPolicy: async () => world.compiled };
    expect(
      await doctor({ ...context, deployment: async () => older, ports: async () => ({ ...ports, records }) }),
    ).toBe(EXIT.waiting);
    expect(JSON.parse(streams.stdout()).stuck).toMatchObject([{ kind: "policy-differs" }]);
  });

  it("says that everything is paused", async () => {
    await bound();
    await world.register.pauseAll({ by: { kind: "staff", name: "ada" }, at: "2026-11-23T10:00:00.000Z" });
    const { streams, context } = session();
    expect(await doctor(context)).toBe(EXIT.waiting);
    expect(streams.stdout()).toContain("lethe resume --all");
  });
});
