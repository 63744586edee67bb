import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { ScanCommand } from "@aws-sdk/client-dynamodb";
import { BatchWriteCommand, GetCommand, paginateQuery } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { placeHold } from "../../cli/api.ts";
import { type Deployment, findDeployment } from "../../cli/deployment.ts";
import { type DeploymentPorts, portsOf } from "../../cli/ports.ts";
import { newHoldId } from "../../shared/domain/holds/hold-id.ts";
import { CertificateFileSchema } from "../../shared/domain/ledger/certificate.ts";
import type { ErasureRequest } from "../../shared/domain/requests/erasure-request.ts";
import { type Service, startService } from "./service.ts";

const POLICY = "image-designer";
const [PERSON, NEIGHBOUR] = ["person-1", "person-10"] as const;
/** 120 calls: a few seconds, in which a hold can arrive. */
const TICKETS = 3000;
const PER_CALL = 25;
const LOOK_EVERY_MS = 20;
const LOOKS_MAX = 6000;

const IdSchema = z.object({ requestId: z.string() });
const ReportSchema = z.object({ state: z.string(), certificate: z.string(), reason: z.string().optional() });
const RefusalSchema = z.object({ error: z.object({ message: z.string() }) });
const HoldsSchema = z.array(z.object({ holdId: z.string(), owner: z.string() }));

describe("a hold that arrives while an erasure runs, on the embedded AWS", () => {
  let service: Service;
  let deployment: Deployment;
  let ports: DeploymentPorts;

  beforeAll(async () => {
    service = await startService(POLICY);
    deployment = await findDeployment({ policy: POLICY }, { LETHE_HOME: service.home });
    ports = portsOf(deployment);
  });
  afterAll(() => service.stop());

  it("keeps what is there, says so in the certificate, and is completed when the hold is released", async () => {
    await service.lethe("demo", "seed", "--subjects", "10", "--objects", "4");
    await putTickets();
    const before = await ticketsOf(PERSON);
    const neighbours = await ticketsOf(NEIGHBOUR);
    expect(before.length).toBeGreaterThanOrEqual(TICKETS);
    expect(neighbours.length).toBeGreaterThan(0);

    const opened = await service.lethe("erase", "--subject", PERSON, "--json");
    const { requestId } = IdSchema.parse(JSON.parse(opened.stdout));
    await until(async () => !(await hasTicket(before[0])));
    const { holdId, stores, notCovered } = await placeHold(deployment, { staffName: "ada" }, heldPerson());
    const atHold = await ticketsOf(PERSON);
    expect(stores).toEqual(["tickets"]);
    expect(notCovered.find(({ category }) => category === "account")?.promises).toContain("ID5");

    const waiting = await untilIn(requestId, "waiting");
    const kept = await ticketsOf(PERSON);
    // Only the call that was under way when the hold was placed may have been answered after it.
    expect(kept.length).toBeGreaterThan(atHold.length - 2 * PER_CALL);
    expect(kept.length).toBeGreaterThan(0);
    expect(kept).toEqual(before.filter((item) => kept.some(({ ticket }) => ticket === item.ticket)));
    expect(JSON.stringify(waiting.progress)).toContain(holdId);
    expect(JSON.stringify(waiting.progress)).not.toContain(PERSON);
    await expectCertified(requestId, { found: before.length, retained: kept.length }, "retained-until");

    const listed = await service.lethe("hold", "list", "--json");
    expect(HoldsSchema.parse(JSON.parse(listed.stdout))).toEqual([{ holdId, owner: "Legal" }]);
    expect(await everythingInHolds()).not.toContain(PERSON);

    const released = await service.lethe("hold", "release", holdId, "--as", "grace", "--json");
    expect([released.exitCode, released.stdout]).toEqual([0, expect.stringContaining(requestId)]);
    await untilIn(requestId, "completed");
    expect(await ticketsOf(PERSON)).toEqual([]);
    expect(await ticketsOf(NEIGHBOUR)).toEqual(neighbours);
    await expectCertified(requestId, { found: before.length, retained: 0 }, "deleted");
  });

  it("is refused where the policy promises the end, naming the promise, and by whoever does not say who they are", async () => {
    const why = [
      "--owner",
      "Legal",
      "--reason",
      "Claim 12",
      "--legal-basis",
      "law",
      "--review-on",
      "2099-01-01",
    ];
    const refused = await service.lethe(
      "hold",
      "add",
      "--category",
      "account",
      ...why,
      "--as",
      "ada",
      "--json",
    );
    expect(refused.exitCode).toBe(1);
    expect(RefusalSchema.parse(JSON.parse(refused.stdout)).error.message).toContain("ID5");
    const nobody = await service.lethe("hold", "add", "--category", "support-ticket", ...why);
    expect(nobody.exitCode).toBe(2);
    expect(await ports.holds.active()).toEqual([]);
  });

  function heldPerson() {
    const reviewOn = "2099-01-01";
    return {
      holdId: newHoldId(new Date(), randomBytes(10)),
      subject: PERSON,
      owner: "Legal",
      reason: "Claim 12",
      legalBasis: "GDPR Art. 17(3)(e)",
      reviewOn,
    };
  }

  function ticketsTable(): string {
    const table = service.demo.bindings.stores.tickets?.id;
    if (table === undefined) throw new Error("The policy has no store of tickets.");
    return table;
  }

  async function putTickets(): Promise<void> {
    const { documents } = service.demo;
    for (let at = 0; at < TICKETS; at += PER_CALL) {
      const Items = Array.from({ length: PER_CALL }, (_, one) => {
        const ticket = `more-${String(at + one).padStart(5, "0")}`;
        return { owner: `SUBJECT#${PERSON}`, ticket, letter: `Letter ${at + one}`, weight: at + one };
      });
      const requests = Items.map((Item) => ({ PutRequest: { Item } }));
      await documents.send(new BatchWriteCommand({ RequestItems: { [ticketsTable()]: requests } }));
    }
  }

  async function hasTicket(Key: Record<string, unknown> = {}): Promise<boolean> {
    const { owner, ticket } = Key;
    const { Item } = await service.demo.documents.send(
      new GetCommand({ TableName: ticketsTable(), Key: { owner, ticket }, ConsistentRead: true }),
    );
    return Item !== undefined;
  }

  /** Every attribute of every ticket, in the order of the table. */
  async function ticketsOf(subject: string): Promise<readonly Record<string, unknown>[]> {
    const pages = paginateQuery(
      { client: service.demo.documents },
      {
        TableName: ticketsTable(),
        KeyConditionExpression: "#owner = :owner",
        ExpressionAttributeNames: { "#owner": "owner" },
        ExpressionAttributeValues: { ":owner": `SUBJECT#${subject}` },
        ConsistentRead: true,
      },
    );
    const items: Record<string, unknown>[] = [];
    for await (const { Items = [] } of pages) items.push(...Items);
    return items;
  }

  async function everythingInHolds(): Promise<string> {
    const { Items } = await service.demo.documents.send(
      new ScanCommand({ TableName: deployment.output("HoldsTable") }),
    );
    return JSON.stringify(Items);
  }

  async function untilIn(
    requestId: string,
    state: ErasureRequest["progress"]["state"],
  ): Promise<ErasureRequest> {
    let request = await ports.register.read(requestId);
    await until(async () => {
      request = await ports.register.read(requestId);
      return request?.progress.state === state;
    });
    if (!request) throw new Error(`There is no request ${requestId}.`);
    return request;
  }

  async function expectCertified(
    requestId: string,
    { found, retained }: { readonly found: number; readonly retained: number },
    outcome: string,
  ): Promise<void> {
    const status = await service.lethe("status", requestId, "--json");
    const { certificate } = ReportSchema.parse(JSON.parse(status.stdout));
    const key = join(service.home, "key.pem");
    await writeFile(key, service.publicKeyPem);
    const verified = await service.lethe("verify", certificate, "--key", key);
    expect([verified.exitCode, verified.stderr]).toEqual([0, expect.any(String)]);
    const { body } = CertificateFileSchema.parse(JSON.parse(await readFile(certificate, "utf8")));
    expect(body.stores.find(({ id }) => id === "tickets")).toMatchObject({
      ...{ found, deleted: found - retained, left: 0, retained, outcome, verifiedFound: retained },
    });
    const codes = body.stores.flatMap(({ leftBehind }) => leftBehind.map(({ code }) => code));
    expect(new Set(codes)).toEqual(new Set(retained > 0 ? ["LegalHold"] : []));
    for (const { id, left, retained: others } of body.stores) {
      if (id !== "tickets") expect([id, left, others]).toEqual([id, 0, 0]);
    }
    if (retained > 0) expect(body.final).toBe(false);
  }
});

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let looks = 0; looks < LOOKS_MAX; looks += 1) {
    if (await isSo()) return;
    await pause(LOOK_EVERY_MS);
  }
  throw new Error("It did not come to that.");
}
