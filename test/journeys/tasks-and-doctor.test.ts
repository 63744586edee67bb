import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { findDeployment } from "../../cli/deployment.ts";
import { TaskSchema } from "../../shared/domain/tasks/task.ts";
import { type Service, startService } from "./service.ts";

const POLICY = "dream-portraits";
const ListedSchema = z.object({ tasks: z.array(TaskSchema.extend({ overdue: z.boolean() })) });
const StuckSchema = z.object({
  stuck: z.array(z.object({ kind: z.string(), why: z.string(), helps: z.string() })),
});
const IdSchema = z.object({ requestId: z.string() });

describe("what people have to do, on the embedded AWS", () => {
  let service: Service;

  beforeAll(async () => {
    service = await startService(POLICY);
    await service.lethe("demo", "seed", "--subjects", "1", "--objects", "2");
  });
  afterAll(() => service.stop());

  const listed = async (...options: readonly string[]) =>
    ListedSchema.parse(JSON.parse((await service.lethe("tasks", "--json", ...options)).stdout)).tasks;

  it("is nothing at first, and nothing is stuck", async () => {
    const [tasks, doctor] = [await service.lethe("tasks"), await service.lethe("doctor")];
    expect([tasks.exitCode, tasks.stdout]).toEqual([0, "Nobody has anything to do.\n"]);
    expect([doctor.exitCode, doctor.stdout]).toEqual([0, "Nothing is stuck.\n"]);
  });

  it("is a plan to approve, until another person has", async () => {
    const asked = ["erase", "--subject", "person-0001", "--as-staff", "--as", "ada", "--wait", "--json"];
    const { requestId } = IdSchema.parse(JSON.parse((await service.lethe(...asked)).stdout));
    expect(await listed()).toMatchObject([{ kind: "approve-plan", requestId, overdue: false }]);
    expect((await service.lethe("tasks")).exitCode).toBe(3);

    expect((await service.lethe("approve", requestId, "--as", "grace")).exitCode).toBe(0);
    await vi.waitFor(async () => expect(await listed()).toEqual([]), { timeout: 60_000, interval: 500 });
    const [closed] = await listed("--all");
    expect(closed?.progress).toMatchObject({
      by: { kind: "system" },
      evidence: { what: expect.stringContaining("approved") },
    });
  });

  it("is a call that failed, until a person says what was done about it", async () => {
    const { clientConfig, output } = await findDeployment({ policy: POLICY }, { LETHE_HOME: service.home });
    const QueueUrl = output("UndeliveredQueueUrl");
    await new SQSClient(clientConfig).send(new SendMessageCommand({ QueueUrl, MessageBody: "{}" }));
    const [task] = await vi.waitFor(
      async () => {
        await service.drain();
        const tasks = await listed();
        expect(tasks).toHaveLength(1);
        return tasks;
      },
      { timeout: 90_000, interval: 1000 },
    );
    expect(task).toMatchObject({ kind: "dead-letter" });

    const doctor = await service.lethe("doctor", "--json");
    expect(doctor.exitCode).toBe(3);
    expect(StuckSchema.parse(JSON.parse(doctor.stdout)).stuck).toMatchObject([
      { kind: "dead-letters", why: expect.stringContaining("1 calls") },
    ]);

    const done = (...options: readonly string[]) =>
      service.lethe("task", "done", task?.taskId ?? "", ...options);
    const refused = await done("--evidence", "person@example.com", "--note", "Told them.", "--as", "grace");
    expect([refused.exitCode, refused.stderr]).toEqual([1, expect.stringContaining("names nobody")]);
    expect((await done("--evidence", "TICKET-17", "--note", "Dropped.")).exitCode).toBe(2);
    expect(
      (await done("--evidence", "TICKET-17", "--note", "Mended and dropped.", "--as", "grace")).exitCode,
    ).toBe(0);
    expect((await listed("--all"))[0]).toBeDefined();
    expect((await listed("--all")).find(({ taskId }) => taskId === task?.taskId)?.progress).toMatchObject({
      by: { kind: "staff", name: "grace" },
      evidence: { reference: "TICKET-17" },
    });
  });
});
