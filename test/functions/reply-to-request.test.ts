import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { policy as imageGen } from "../../policies/image-gen.ts";
import { DEPLOYMENT_VARIABLES } from "../../shared/adapters/aws/deployment.ts";
import { canonicalJson } from "../../shared/domain/canonical-json.ts";
import { compilePolicy } from "../../shared/domain/policy/compile-policy.ts";
import { rightsRequestNumber } from "../world/rights-request.ts";
import { markedAws } from "./marked-aws.ts";
import { captureOutput, invocation } from "./output.ts";

const compiled = compilePolicy(imageGen);
const request = rightsRequestNumber(1, {
  right: "access",
  about: { what: "other" },
  standing: { state: "with-a-person" },
  dueDates: [
    {
      what: "answer",
      at: "2099-01-01T10:00:00.000Z",
      source: "IG5a",
      extendableTo: "2099-02-01T10:00:00.000Z",
    },
  ],
});
const ANSWER = { text: "Three photos.\n\nAll yours.", reference: "TICKET-17" };
const TABLE = "set-LETHE_RIGHTS_TABLE";
/** What its ports bring; a module that wants another cannot be loaded. */
const SETTINGS = [
  "rightsTable",
  "lettersFrom",
  "lettersSet",
  "pagesUrl",
  "keysTable",
  "wrappingKeyArn",
  "tasksTable",
  "policyDigest",
  "recordsBucket",
  "service",
  "region",
] as const;
const aws = markedAws({ address: "person@example.com", subject: "person-1" });

const AnswerSchema = z.object({
  statusCode: z.number(),
  body: z.string().transform((text) => JSON.parse(text)),
});

beforeAll(() => {
  for (const variable of Object.values(DEPLOYMENT_VARIABLES)) delete process.env[variable];
  for (const name of SETTINGS) process.env[DEPLOYMENT_VARIABLES[name]] = `set-${DEPLOYMENT_VARIABLES[name]}`;
  process.env[DEPLOYMENT_VARIABLES.policyDigest] = compiled.digest;
  process.env[DEPLOYMENT_VARIABLES.service] = compiled.policy.service.id;
  process.env[DEPLOYMENT_VARIABLES.pagesUrl] = "https://pages.example/v1";
});

beforeEach(() => {
  aws.forget();
  aws.answers({ isDeletionRefused: false });
  const { id: service } = compiled.policy.service;
  const stores = Object.fromEntries(compiled.policy.stores.map(({ id }) => [id, storeRef(id)]));
  aws.documents.set(`policies/${compiled.digest}.json`, compiled.canonical);
  aws.documents.set(
    `bindings/${service}.json`,
    canonicalJson({
      ...{ schema: "lethe.bindings/1", service, region: "ap-south-1", account: "1".repeat(12) },
      ...{ policyDigest: compiled.digest, stores },
    }),
  );
  aws.put(TABLE, { pk: `request#${request.rightsRequestId}`, sk: "request", request, revision: 1 });
  process.env[DEPLOYMENT_VARIABLES.localActors] = "no";
  captureOutput();
});

afterEach(() => vi.restoreAllMocks());

function storeRef(id: string) {
  const arn = `arn:aws:dynamodb:ap-south-1:111111111111:table/${id}`;
  return { id, arn, region: "ap-south-1", account: "111111111111", owned: true };
}

async function called(
  letter: "answer" | "refusal" | "extension",
  body: unknown,
  {
    number = request.rightsRequestId,
    userArn = "arn:aws:iam::1:user/grace",
    headers = {},
  }: Readonly<Record<string, unknown>> = {},
) {
  const { handler } = await import("../../functions/reply-to-request.ts");
  const event = {
    body: JSON.stringify(body),
    headers,
    resource: `/rights/{rightsRequestId}/${letter}`,
    pathParameters: { rightsRequestId: number },
    requestContext: { identity: { userArn } },
  };
  return AnswerSchema.parse(await handler(event, invocation()));
}

const stored = () => aws.row(TABLE, `request#${request.rightsRequestId}`, "request")?.request;

describe("POST /rights/{rightsRequestId}/...", () => {
  it("answers by the identity that AWS verified, once, and says how the request stands", async () => {
    for (let times = 0; times < 2; times += 1) {
      expect(await called("answer", ANSWER)).toMatchObject({ statusCode: 200, body: { state: "answered" } });
    }
    expect(stored()).toMatchObject({
      standing: { state: "answered" },
      replies: [{ letter: "answer-by-person", by: "arn:aws:iam::1:user/grace" }],
    });
    expect(JSON.stringify(stored())).not.toContain("Three photos");
    expect(await called("extension", { reason: "Many." })).toMatchObject({
      statusCode: 409,
      body: { error: "ended-already" },
    });
  });

  it("puts off, and says until when; refuses on a ground of this right alone", async () => {
    expect(await called("extension", { reason: "Many." })).toMatchObject({
      statusCode: 200,
      body: { state: "with-a-person", dueAt: "2099-02-01T10:00:00.000Z" },
    });
    expect(await called("refusal", { reason: "No.", ground: "legal-claims" })).toMatchObject({
      statusCode: 400,
      body: { error: "ground-not-of-this-right", message: expect.stringContaining("unfounded-or-excessive") },
    });
    expect(await called("refusal", { reason: "No." })).toMatchObject({ body: { state: "refused" } });
  });

  it("is for staff alone: neither a caller whom AWS does not know, nor one who says who they are", async () => {
    expect(await called("answer", ANSWER, { userArn: null })).toMatchObject({ statusCode: 403 });
    await called("answer", ANSWER, { headers: { "x-lethe-actor": "ada" } });
    expect(JSON.stringify(stored())).not.toContain('"ada"');
    process.env[DEPLOYMENT_VARIABLES.localActors] = "yes";
    expect(await called("answer", ANSWER)).toMatchObject({ statusCode: 403 });
  });

  it.each([
    ["no text", { reference: "TICKET-17" }],
    ["no reference", { text: "Yes." }],
    ["a control character", { ...ANSWER, text: "a\u0000b" }],
    ["a carriage return", { ...ANSWER, text: "a\r\nb" }],
    ["a change of writing direction", { ...ANSWER, text: "a\u202eb" }],
    ["half a character", { ...ANSWER, text: "a\ud800" }],
    ["too much", { ...ANSWER, text: "a".repeat(20_001) }],
    ["a mail address for a reference", { ...ANSWER, reference: "person@example.com" }],
    ["a field that nobody knows", { ...ANSWER, to: "other@example.com" }],
  ])("refuses %s, and nothing is changed", async (_, body) => {
    expect(await called("answer", body)).toMatchObject({ statusCode: 400, body: { error: "ReplyRefused" } });
    expect(stored()).toEqual(request);
  });

  it("refuses a reason that is none, or too long", async () => {
    for (const reason of ["", " ", "a".repeat(501), "a\u001bb"]) {
      for (const letter of ["refusal", "extension"] as const) {
        expect(await called(letter, { reason })).toMatchObject({ statusCode: 400 });
      }
    }
    expect(stored()).toEqual(request);
  });

  it("knows no number that is not there, and none that is no number", async () => {
    const number = "rrq_00000000000000000000000000";
    expect(await called("answer", ANSWER, { number })).toMatchObject({ statusCode: 404 });
    expect(await called("answer", ANSWER, { number: "../tasks" })).toMatchObject({ statusCode: 400 });
  });
});
