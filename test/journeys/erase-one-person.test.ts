import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { GetExecutionHistoryCommand, ListExecutionsCommand, SFNClient } from "@aws-sdk/client-sfn";
import { PutCommand, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { LOCAL_CREDENTIALS } from "../../local/local-environment.ts";
import { type Service, startService, storesOf } from "./service.ts";

const ErasureSchema = z.object({
  requestId: z.string(),
  state: z.enum(["completed", "waiting", "failed"]),
  subjectRef: z.string(),
  stores: z.array(
    z.object({
      id: z.string(),
      found: z.number(),
      deleted: z.number(),
      left: z.number(),
      retained: z.number(),
      outcome: z.string(),
    }),
  ),
  certificate: z.string().nullable(),
});

describe("a portrait service", () => {
  let service: Service;
  let where: string;

  beforeAll(async () => {
    service = await startService();
    where = await storesOf(service);
  });
  afterAll(() => service.stop());

  it("erases one person, whose data another client put there and finds gone", async () => {
    const before = await service.boto3("put", where, "1");
    const neighbour = await service.boto3("put", where, "10");
    expect(Object.values(z.record(z.string(), z.number()).parse(before)).every((count) => count > 0)).toBe(
      true,
    );

    const erasure = await erase("1");

    expect(erasure.state).toBe("completed");
    expect(erasure.stores.map(({ id, outcome }) => [id, outcome])).toEqual([
      ["photos", "deleted"],
      ["portraits", "deleted"],
      ["landmarks", "deleted"],
      ["catalogue", "deleted"],
      ["accounts", "deleted"],
    ]);
    const found = erasure.stores.reduce((sum, store) => sum + store.found, 0);
    const put = Object.values(z.record(z.string(), z.number()).parse(before)).reduce((a, b) => a + b, 0);
    expect(found).toBe(put);
    expect(
      Object.values(z.record(z.string(), z.number()).parse(await service.boto3("count", where, "1"))),
    ).toEqual([0, 0, 0, 0, 0]);
    expect(await service.boto3("count", where, "10")).toEqual(neighbour);
  });

  it("hands out a certificate that is checked offline, and refused when a byte or the key is another", async () => {
    const { certificate } = await erase("1");
    const file = z.string().parse(certificate);
    const key = join(service.home, "public.pem");
    writeFileSync(key, service.publicKeyPem);
    expect((await service.lethe("verify", file, "--key", key)).exitCode).toBe(0);

    const forged = join(service.home, "forged.json");
    writeFileSync(forged, readFileSync(file, "utf8").replace('"final":true', '"final":false'));
    const refused = await service.lethe("verify", forged, "--key", key);
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toContain("inclusion");
  });

  it("ends with everything already absent when it is asked again, and for somebody nobody knows", async () => {
    for (const subject of ["1", "nobody"]) {
      const { state, stores } = await erase(subject);
      expect(state).toBe("completed");
      expect(new Set(stores.map(({ outcome }) => outcome))).toEqual(new Set(["already-absent"]));
    }
  });

  it("joins two requests that come together", async () => {
    await service.boto3("put", where, "2");
    const [one, other] = await Promise.all([erase("2"), erase("2")]);
    expect(other.requestId).toBe(one.requestId);
    expect([one.state, other.state]).toEqual(["completed", "completed"]);
  });

  it("lets a request by staff wait until another person has approved it", async () => {
    await service.boto3("put", where, "3");
    const asked = await service.lethe(
      "erase",
      "--subject",
      "3",
      "--as-staff",
      "--as",
      "ada",
      "--wait",
      "--json",
    );
    expect(asked.exitCode).toBe(3);
    const { requestId } = z.object({ requestId: z.string() }).parse(JSON.parse(asked.stdout));

    const alone = await service.lethe("approve", requestId, "--as", "ada");
    expect([alone.exitCode, alone.stderr]).toEqual([1, expect.stringContaining("ask another person")]);
    expect((await service.lethe("approve", requestId, "--as", "grace")).exitCode).toBe(0);

    // It runs at once, and may have ended before anybody asks.
    const report = await vi.waitFor(
      async () => {
        const stands = ErasureSchema.parse(await document("status", requestId));
        expect(stands.state).toBe("completed");
        return stands;
      },
      { timeout: 60_000, interval: 500 },
    );
    expect(new Set(report.stores.map(({ outcome }) => outcome))).toEqual(new Set(["deleted"]));
  });

  it.each(["", "*", ".", "../x", "users/1", "x".repeat(2048)])(
    "refuses the subject %j before any effect",
    async (subject) => {
      const ended = await service.lethe("erase", "--subject", subject, "--wait", "--json");
      expect(ended.exitCode).toBe(1);
      expect(JSON.parse(ended.stdout)).toMatchObject({ state: "failed", certificate: null, stores: [] });
    },
  );

  it("shows a plan and changes nothing", async () => {
    const before = await service.boto3("put", where, "4");
    const { exitCode, stdout } = await service.lethe("erase", "--subject", "4", "--plan", "--json");
    expect(exitCode).toBe(0);
    const plan = z.object({ plan: z.object({ stores: z.array(z.object({ found: z.number() })) }) });
    const planned = plan.parse(JSON.parse(stdout)).plan.stores.map(({ found }) => found);
    expect(planned).toEqual(Object.values(z.record(z.string(), z.number()).parse(before)));
    expect(await service.boto3("count", where, "4")).toEqual(before);
  });

  it("keeps people out of workflow state and history", async () => {
    await service.boto3("put", where, "marked-person");
    await erase("marked-person");
    const sfn = new SFNClient({
      endpoint: service.aws.endpoint,
      region: service.aws.region,
      credentials: LOCAL_CREDENTIALS,
    });
    const stateMachineArn = service.output("StateMachineArn");
    const { executions = [] } = await sfn.send(new ListExecutionsCommand({ stateMachineArn }));
    const histories = await Promise.all(
      executions.map(({ executionArn }) => sfn.send(new GetExecutionHistoryCommand({ executionArn }))),
    );
    const text = JSON.stringify(histories.map(({ events }) => events));
    expect(text).toContain("ConcludeRequest");
    expect(text).not.toMatch(/marked-person|people\.example|users\//);
  });

  it("tells the person by mail, and forgets the address", async () => {
    const response = await fetch(`${service.aws.endpoint}/_ministack/ses/messages`);
    const mail = JSON.stringify(await response.json());
    expect(mail).toContain("marked-person@people.example");
    expect(mail).toContain("your account has been deleted");
    const { Items = [] } = await service.demo.documents.send(
      new ScanCommand({ TableName: service.output("RequestsTable") }),
    );
    expect(Items.length).toBeGreaterThan(10);
    expect(JSON.stringify(Items)).not.toContain("people.example");
  });

  it("finds its evidence as it was written, and finds what is changed in it", async () => {
    expect((await service.lethe("ledger", "check")).exitCode).toBe(0);
    await service.boto3("put", where, "6");
    const { requestId } = await erase("6");
    const table = service.output("LedgerTable");
    const { Items = [] } = await service.demo.documents.send(new ScanCommand({ TableName: table }));
    // The end of a lane that is still open is in no tree yet, so this takes one that was closed.
    const ended = Items.find(
      (item) => item.pk === `lane#${requestId}/1/photos` && item.entry.body.kind === "erase-ended",
    );
    expect(ended?.entry.body.deleted).toBeGreaterThan(1);
    await service.demo.documents.send(
      new PutCommand({
        TableName: table,
        Item: { ...ended, entry: { ...ended?.entry, body: { ...ended?.entry.body, deleted: 1 } } },
      }),
    );

    const check = await service.lethe("ledger", "check", "--json");

    expect(check.exitCode).toBe(1);
    expect(check.stdout).toContain(`"where": "${ended?.entry.lane}"`);
    await service.demo.documents.send(new PutCommand({ TableName: table, Item: ended }));
    expect((await service.lethe("ledger", "check")).exitCode).toBe(0);
  });

  async function erase(subject: string) {
    return ErasureSchema.parse(await document("erase", "--subject", subject, "--wait"));
  }

  async function document(...args: readonly string[]): Promise<unknown> {
    const ended = await service.lethe(...args, "--json");
    if (ended.exitCode !== 0)
      throw new Error(`lethe ${args[0]} ended with ${ended.exitCode}: ${ended.stderr}`);
    return JSON.parse(ended.stdout);
  }
});
