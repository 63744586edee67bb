import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { seedDemo } from "../../local/demo/seed.ts";
import { LOCAL_CREDENTIALS } from "../../local/local-environment.ts";
import { openLocalMail, type RunningMail } from "../../local/mail/local-mail.ts";
import { sentLetters } from "../../local/mail/mailbox.ts";
import { until } from "../../local/measure/asked-by-mail.ts";
import { dynamodbRequestRegister } from "../../shared/adapters/aws/dynamodb-request-register.ts";
import { canonicalJson, sha256Hex } from "../../shared/domain/canonical-json.ts";
import type { SubjectId } from "../../shared/domain/erasure/subject-id.ts";
import { CertificateBodySchema } from "../../shared/domain/ledger/certificate.ts";
import { type Task, TaskSchema } from "../../shared/domain/tasks/task.ts";
import { recordDisclosure } from "../../shared/operations/send-to-processor.ts";
import { type Service, startService } from "./service.ts";

const VENDOR = "mail-vendor";
const ASKED_AT = "privacy@mail-vendor.example";
const SAYS = "Dear team, the contact is deleted, in our backups too.";

const AskedSchema = z.object({ requestId: z.string() });
const ListedSchema = z.object({ tasks: z.array(TaskSchema.loose()) });
const MailSchema = z.object({ mailId: z.string(), outcome: z.string() });
const StatusSchema = z.object({ state: z.string(), certificate: z.string().nullable() });

let service: Service;
let mail: RunningMail;
let ada: SubjectId;

beforeAll(async () => {
  service = await startService("image-designer");
  const { aws, home, outputs } = service;
  mail = await openLocalMail({ aws, home, outputs, log: () => undefined });
  const [first] = await seedDemo({ ...service.demo, home }, { subjects: 1, objects: 1 }, () => undefined);
  if (first === undefined) throw new Error("Nobody was stored.");
  ada = first;
});

afterAll(async () => {
  await mail?.stop();
  await service?.stop();
});

/** What the minute rule does for third parties, now and waited for. */
async function askAgain(): Promise<void> {
  const place = { endpoint: service.aws.endpoint, region: service.output("Region") };
  const lambda = new LambdaClient({ ...place, credentials: LOCAL_CREDENTIALS });
  await lambda.send(
    new InvokeCommand({ FunctionName: service.output("AskAgainFunctionName"), Payload: "{}" }),
  );
}

async function taskToAsk(requestId: string): Promise<Task | undefined> {
  const { tasks } = ListedSchema.parse(JSON.parse((await service.lethe("tasks", "--all", "--json")).stdout));
  const found = tasks.find((task) => task.requestId === requestId && task.kind === "ask-processor");
  return found && TaskSchema.strip().parse(found);
}

it("asks a third party by letter, attaches its answer, and certifies what a person read in it", async () => {
  const { sending } = service.demo;
  const sent = { processor: VENDOR, category: "mail-subscription", kind: "written-mail" } as const;
  await recordDisclosure(sending, sending.policy, ada, { ...sent, reference: "contact-17" });
  const scope = ["--scope", `processors:${VENDOR}`];
  const erased = await service.lethe("erase", "--subject", ada, ...scope, "--wait", "--json");
  expect(erased.exitCode).toBe(3);
  const { requestId } = AskedSchema.parse(JSON.parse(erased.stdout));

  await askAgain();
  await askAgain();
  const letters = (await sentLetters(service.aws)).filter(({ To }) => To.includes(ASKED_AT));
  expect(letters.map(({ Subject }) => Subject)).toEqual([expect.stringContaining("please delete data")]);
  expect(letters[0]?.BodyText).toContain("contact-17");
  expect(letters[0]?.BodyText).not.toContain(ada);
  const asked = await taskToAsk(requestId);
  expect(letters[0]?.Subject).toContain(asked?.taskId);
  expect(asked?.asked?.written).toMatchObject([{ letter: "ask-processor", sentAt: expect.any(String) }]);

  const answer = ["demo", "answer", VENDOR, "--text", SAYS];
  const forged = MailSchema.pick({ mailId: true }).parse(
    JSON.parse((await service.lethe(...answer, "--fail-dmarc", "--json")).stdout),
  );
  expect(await outcomeOf(forged.mailId)).toBe("nothing: not-from-whom-it-says");
  const { mailId } = MailSchema.pick({ mailId: true }).parse(
    JSON.parse((await service.lethe(...answer, "--json")).stdout),
  );
  const taskId = asked?.taskId ?? "";
  expect(await outcomeOf(mailId)).toBe(`answer: attached to ${taskId}`);
  const [reply, ...more] = (await taskToAsk(requestId))?.asked?.replies ?? [];
  expect([reply?.mailId, more]).toEqual([mailId, []]);
  expect((await service.lethe("mail", "show", mailId, "--text")).stdout).toContain(SAYS);
  expect((await service.lethe("task", "show", taskId)).stdout).toContain(`sha256 ${reply?.sha256}`);
  expect((await service.lethe("rights", "list")).stdout).not.toContain("rrq_");

  const note = "It says that it is deleted, in backups too.";
  expect((await service.lethe("task", "done", taskId, "--note", note, "--as", "grace")).exitCode).toBe(0);
  const closed = await taskToAsk(requestId);
  const evidence = { what: note, reference: `mail ${mailId}`, sha256: reply?.sha256 };
  expect(closed?.progress).toMatchObject({ state: "done", evidence });
  const body = await lastCertificate(requestId);
  expect(body).toMatchObject({ final: true });
  expect(body.processors.outcomes).toMatchObject([
    { id: VENDOR, outcome: "attestation-received", evidenceHash: sha256Hex(canonicalJson(evidence)) },
  ]);
});

function outcomeOf(mailId: string): Promise<string> {
  return until(`record of mail ${mailId}`, async () => {
    const { exitCode, stdout } = await service.lethe("mail", "show", mailId, "--json");
    return exitCode === 0 ? MailSchema.parse(JSON.parse(stdout)).outcome : undefined;
  });
}

/** It is looked for answers each quarter of an hour; here that is now. */
async function lastCertificate(requestId: string) {
  const register = dynamodbRequestRegister(service.demo.documents, service.output("RequestsTable"));
  const request = await register.read(requestId);
  if (request?.progress.state !== "waiting") throw new Error(`Request ${requestId} does not wait.`);
  const progress = { ...request.progress, dueAt: new Date().toISOString() };
  expect(await register.update({ ...request, progress })).toBeDefined();
  const file = await until("the last certificate", async () => {
    await service.drain();
    const { stdout } = await service.lethe("status", requestId, "--json");
    const { state, certificate } = StatusSchema.parse(JSON.parse(stdout));
    return state === "completed" ? (certificate ?? undefined) : undefined;
  });
  const key = join(service.home, "public.pem");
  writeFileSync(key, service.publicKeyPem);
  expect((await service.lethe("verify", file, "--key", key)).exitCode).toBe(0);
  return CertificateBodySchema.parse(JSON.parse(readFileSync(file, "utf8")).body);
}
