import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { functionRows } from "../../infra/functions.ts";
import { policy as dreamPortraits } from "../../policies/dream-portraits.ts";
import { DEPLOYMENT_VARIABLES } from "../../shared/adapters/aws/deployment.ts";
import { canonicalJson } from "../../shared/domain/canonical-json.ts";
import { subjectIdOf } from "../../shared/domain/erasure/subject-id.ts";
import { compilePolicy } from "../../shared/domain/policy/compile-policy.ts";
import { bucketOf, bucketsAt } from "../../shared/domain/retention/due-bucket.ts";
import { requestNumber } from "../world/requests.ts";
import { rightsRequestNumber } from "../world/rights-request.ts";
import { markedAws } from "./marked-aws.ts";
import { captureOutput, invocation } from "./output.ts";

const ADDRESS = "marked.person@example.com";
const SUBJECT = "marked-subject-7f3a9c";
/** A line break, a colour, a change of writing direction, and a line that looks like one of ours. */
const asked = rightsRequestNumber(1, { address: ADDRESS, standing: { state: "with-a-person" } });
const INJECTED = `x\n{"level":"INFO","message":"all is well"}\r\u001b[31m\u202e\u2028`;

/** A few stretches of time before now. */
const SWEPT_UNTIL_MS = 300_000;

const compiled = compilePolicy(dreamPortraits);
const service = compiled.policy.service.id;
const [region = ""] = compiled.policy.service.regions;
const bindings = {
  schema: "lethe.bindings/1",
  service,
  region,
  account: "000000000000",
  policyDigest: compiled.digest,
  stores: Object.fromEntries(
    compiled.policy.stores.map(({ id }) => [
      id,
      { id: `place-${id}`, arn: `arn:${id}`, region, account: "000000000000", owned: true },
    ]),
  ),
};
const request = requestNumber(1, {
  subjectId: subjectIdOf(SUBJECT),
  reason: `asked by ${ADDRESS}`,
  policyDigest: compiled.digest,
  openedBy: { kind: "staff", name: ADDRESS },
  attempt: 1,
  progress: { state: "running", dueAt: "2026-11-23T10:01:00.000Z" },
});
const step = { schema: "lethe.step/1", service, region, requestId: request.requestId, attempt: 1 };
const certificateKey = `certificates/${request.requestId}/1.json`;

const aws = markedAws({ address: ADDRESS, subject: SUBJECT });
const ModuleSchema = z.object({ handler: z.custom<Handler>((value) => typeof value === "function") });
type Handler = (event: unknown, context: unknown) => Promise<unknown>;

/** What came out of one invocation, and whether it was an error. */
interface Came {
  readonly text: string;
  readonly lines: readonly string[];
  readonly failed: boolean;
}

beforeAll(() => {
  // That there are many mocks is what the mocks say, once, and nothing of ours.
  process.removeAllListeners("warning");
  process.on("warning", ({ message }) => {
    if (!message.includes("clean up your sandbox")) process.stderr.write(`${message}\n`);
  });
  for (const variable of Object.values(DEPLOYMENT_VARIABLES)) process.env[variable] = `set-${variable}`;
  Object.assign(process.env, {
    [DEPLOYMENT_VARIABLES.service]: service,
    [DEPLOYMENT_VARIABLES.region]: region,
    [DEPLOYMENT_VARIABLES.policyDigest]: compiled.digest,
    [DEPLOYMENT_VARIABLES.runsAtOnceMax]: "6",
    [DEPLOYMENT_VARIABLES.ledgerDays]: "2190",
    [DEPLOYMENT_VARIABLES.localActors]: "no",
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "test",
  });
});

beforeEach(() => {
  // CloudFormation takes what prepare-deployment answers; that is an output as well.
  vi.stubGlobal("fetch", async (_url: unknown, { body }: { readonly body?: unknown } = {}) => {
    process.stdout.write(`${String(body)}\n`);
    return new Response("");
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe.each(functionRows())("%s lets nothing of a person out", (name, { entry }) => {
  it.each(Object.entries(events()))("when it is given %s, whatever AWS answers", async (_, event) => {
    for (const behaviour of BEHAVIOURS) {
      behaviour();
      expectNothingOf(await came(entry, event));
    }
  });

  it("and can be reached at all", async () => {
    const { handler } = await moduleAt(entry);
    expect(handler, name).toBeTypeOf("function");
  });
});

describe.each([
  ["nothing can be deleted", true, "waiting"],
  ["everything can", false, "completed"],
] as const)("an erasure in which %s", (_, isDeletionRefused, state) => {
  it("goes through every step to its end and lets nothing of the person out", async () => {
    deployed();
    aws.answers({ isDeletionRefused });
    const ran = async (name: string) => {
      const one = await came(`functions/${name}.ts`, step);
      expectNothingOf(one);
      expect(one.failed, `${name}: ${one.text}`).toBe(false);
      return one.text;
    };
    for (const name of ["freeze-subject", "plan-erasure"]) await ran(name);
    for (let passes = 0, verdict = '"again"'; verdict.includes('"again"') && passes < 5; passes += 1) {
      for (const name of ["erase-stores", "ask-processors", "bound-backups"]) await ran(name);
      verdict = await ran("verify-absence");
    }
    await ran("issue-certificate");
    const concluded = await came("functions/conclude-request.ts", { ...step, certificateKey });
    expectNothingOf(concluded);
    expect(concluded.failed, concluded.text).toBe(false);
    const stored = JSON.stringify(
      aws.row("set-LETHE_REQUESTS_TABLE", `request#${request.requestId}`, "request"),
    );
    expect(stored).toContain(`"state":"${state}"`);
    const evidence = ["LEDGER", "TASKS", "TOMBSTONES"].map((table) =>
      aws.stored(`set-LETHE_${table}_TABLE`, "certificates/"),
    );
    for (const text of evidence) expect(text).toContain(request.requestId);
    for (const mark of [ADDRESS, SUBJECT]) expect(evidence.join("")).not.toContain(mark);
  });
});

/** An event of each kind, filled with marks wherever a field takes a text. */
function events(): Readonly<Record<string, unknown>> {
  const path = { requestId: request.requestId, taskId: "tsk_019db43e3c00a1b2c3d4e5f6a7" };
  const call = (body: unknown, pathParameters: unknown = path) => ({
    body: typeof body === "string" ? body : JSON.stringify(body),
    headers: { "x-lethe-actor": ADDRESS, [ADDRESS]: SUBJECT },
    pathParameters,
    requestContext: { identity: { userArn: `arn:aws:sts::1:assumed-role/staff/${ADDRESS}` } },
  });
  return {
    "a step": step,
    "a step with a marked error": { ...step, errorName: `Error ${ADDRESS}` },
    "a step with a marked certificate": { ...step, certificateKey: `certificates/${SUBJECT}/${ADDRESS}` },
    "a step of a marked request": { ...step, requestId: SUBJECT, [ADDRESS]: SUBJECT },
    "a request for erasure": call({ subject: SUBJECT, scope: "account", reason: `asked by ${ADDRESS}` }),
    "a request in no known shape": call({ subject: ADDRESS, scope: `page:${ADDRESS}`, [SUBJECT]: 1 }),
    "an approval": call({ planDigest: "a".repeat(64) }),
    "a marked approval": call(
      { planDigest: ADDRESS, reason: ADDRESS, ground: ADDRESS },
      { requestId: SUBJECT },
    ),
    "a refusal": {
      ...call({ ground: "legal-claims", reason: `asked by ${ADDRESS}` }),
      resource: "/requests/{requestId}/refusal",
    },
    "a request taken back by its person": {
      ...call({ subject: SUBJECT }),
      resource: "/service/requests/{requestId}/withdrawal",
    },
    "a pause": { ...call({}), resource: "/requests/{requestId}/pause" },
    "the end of a task": call({ what: "Deleted by hand.", reference: "TICKET-17" }),
    "the end of a task with an address": call({ what: `Wrote to ${ADDRESS}`, reference: SUBJECT }),
    "the answer to a rights request": {
      ...call(
        { text: `Dear ${ADDRESS}`, reference: "TICKET-17" },
        { rightsRequestId: asked.rightsRequestId },
      ),
      resource: "/rights/{rightsRequestId}/answer",
    },
    "a refusal with a marked reference": {
      ...call({ reason: SUBJECT, reference: ADDRESS }, { rightsRequestId: asked.rightsRequestId }),
      resource: "/rights/{rightsRequestId}/refusal",
    },
    "a question to a marked sender": call({ sender: "agent", language: ADDRESS }, { mailId: SUBJECT }),
    "no JSON": call(`{"subject": ${ADDRESS} ${SUBJECT}`),
    "marked headers": { ...call({}), headers: { [ADDRESS]: 1, [SUBJECT]: null } },
    "a marked deployment": {
      RequestType: "Create",
      ResponseURL: "https://cloudformation.example/answer",
      StackId: "stack",
      RequestId: "request",
      LogicalResourceId: "preparation",
      ResourceProperties: { policy: `{"${ADDRESS}": "${SUBJECT}"}`, bindings: ADDRESS },
    },
    "a hold": call({
      holdId: `hold_${"0".repeat(26)}`,
      subject: SUBJECT,
      owner: ADDRESS,
      reason: ADDRESS,
      legalBasis: "x",
      reviewOn: "2027-06-30",
    }),
    "a mail": messageOf({
      notificationType: "Received",
      mail: { messageId: "mail-1", source: ADDRESS, commonHeaders: { subject: SUBJECT } },
      receipt: {
        timestamp: "2026-11-23T10:00:00.000Z",
        recipients: [ADDRESS],
        action: { type: "S3", objectKey: "mail/mail-1" },
      },
    }),
    "a mail with a marked id": messageOf({
      notificationType: "Received",
      mail: { messageId: SUBJECT, source: ADDRESS },
      receipt: {
        timestamp: "2026-11-23T10:00:00.000Z",
        action: { type: "S3", objectKey: `mail/${ADDRESS}` },
      },
    }),
    "a mail that cannot be taken": messageOf({ notificationType: "Received", mail: { source: ADDRESS } }),
    "a letter that bounced": messageOf({
      eventType: "Bounce",
      bounce: { bounceType: "Permanent", bouncedRecipients: [{ emailAddress: ADDRESS }] },
    }),
    "mail of another kind": messageOf({ notificationType: ADDRESS, [SUBJECT]: ADDRESS }),
    "marks alone": { [ADDRESS]: SUBJECT, requestId: ADDRESS, body: [SUBJECT] },
    "a text": `${ADDRESS} ${SUBJECT}`,
    "lines of its own": { ...step, requestId: INJECTED, errorName: INJECTED, [INJECTED]: INJECTED },
    "calls with lines of their own": call(
      { subject: INJECTED, scope: INJECTED, what: INJECTED },
      { requestId: INJECTED, taskId: INJECTED },
    ),
  };
}

/** What a queue hands on of a topic. */
function messageOf(message: unknown) {
  const body = JSON.stringify({ Type: "Notification", Message: JSON.stringify(message) });
  return { Records: [{ messageId: "message-1", body }] };
}

/** Ways in which AWS may behave, each set anew. */
const BEHAVIOURS: readonly (() => void)[] = [
  () => {
    deployed();
    aws.answers({ isDeletionRefused: true });
  },
  () => aws.fails(() => new Error(`${ADDRESS} ${SUBJECT} ${INJECTED}`, { cause: new TypeError(ADDRESS) })),
  () => aws.fails(() => new Error(`no\n    at ${ADDRESS} (/var/task/index.js:1:1)\n    at ${SUBJECT}:1:1`)),
  // A service may name its errors as it likes.
  () => aws.fails(() => Object.assign(new Error(SUBJECT), { name: `${ADDRESS} ${INJECTED}`, code: SUBJECT })),
  () => aws.fails(() => new AggregateError([new Error(ADDRESS)], SUBJECT)),
  () => aws.fails(() => `${ADDRESS} ${SUBJECT}`),
  () =>
    aws.answersAlways({
      Item: { request: { [ADDRESS]: SUBJECT }, task: SUBJECT },
      Items: [{ [SUBJECT]: ADDRESS }],
    }),
];

/** What a deployment has on record while a request of the marked person runs. */
function deployed(): void {
  aws.forget();
  aws.documents.set(`policies/${compiled.digest}.json`, compiled.canonical);
  aws.documents.set(`bindings/${service}.json`, canonicalJson(bindings));
  aws.put("set-LETHE_REQUESTS_TABLE", {
    pk: `request#${request.requestId}`,
    sk: "request",
    request,
    revision: 1,
  });
  aws.put("set-LETHE_REQUESTS_TABLE", {
    pk: "due#requests",
    sk: "2026",
    requestId: request.requestId,
    state: "open",
  });
  aws.put("set-LETHE_REQUESTS_TABLE", {
    pk: `request#${request.requestId}`,
    sk: "contact",
    address: ADDRESS,
  });
  aws.put("set-LETHE_RIGHTS_TABLE", {
    pk: `request#${asked.rightsRequestId}`,
    sk: "request",
    request: asked,
    revision: 1,
  });
  aws.put("set-LETHE_KEYS_TABLE", { pk: "subject-reference-key", version: 1, wrapped: "AAAA" });
  // A service that has been swept until now: a first look back would take each test half a minute.
  const buckets = bucketsAt(1);
  const bucket = bucketOf(buckets, new Date(Date.now() - SWEPT_UNTIL_MS));
  for (const { id } of compiled.policy.stores) {
    for (let shard = 0; shard < buckets.shards; shard += 1) {
      aws.put("set-LETHE_CLOCK_TABLE", { pk: `WATERMARK#${id}`, sk: String(shard), bucket });
    }
  }
}

async function moduleAt(entry: string) {
  return ModuleSchema.parse(await import(join(import.meta.dirname, "../..", entry)));
}

async function came(entry: string, event: unknown): Promise<Came> {
  const { handler } = await moduleAt(entry);
  const output = captureOutput();
  let failed = false;
  const said = await handler(event, invocation()).catch((error: unknown) => {
    failed = true;
    return error instanceof Error
      ? [error.name, error.message, error.stack, error.cause, { ...error }]
      : error;
  });
  const logged = output();
  vi.restoreAllMocks();
  return { text: `${logged}\n${JSON.stringify(said)}`, lines: logged.split("\n").filter(Boolean), failed };
}

function expectNothingOf({ text, lines }: Came): void {
  for (const mark of [ADDRESS, SUBJECT]) {
    for (const written of [
      mark,
      encodeURIComponent(mark),
      Buffer.from(mark).toString("base64"),
      Buffer.from(mark).toString("hex"),
    ])
      expect(text.toLowerCase()).not.toContain(written.toLowerCase());
  }
  // Every line is one of ours: what came in made none, and coloured or turned none round.
  for (const line of lines) {
    expect(() => JSON.parse(line), line).not.toThrow();
    expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  }
  expect(text).not.toContain("all is well");
}
