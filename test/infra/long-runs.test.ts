import { describe, expect, it } from "vitest";
import { FUNCTIONS } from "../../infra/functions.ts";
import { ERASURE_WORKFLOW } from "../../infra/workflows/erasure.ts";
import { ExecutionInputSchema, StepSchema } from "../../shared/domain/erasure/step.ts";
import { ErasureRequestSchema } from "../../shared/domain/requests/erasure-request.ts";
import { newRequestId } from "../../shared/domain/requests/request-id.ts";

/** https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */
const HISTORY_EVENTS_MAX = 25_000;
const PAYLOAD_BYTES_MAX = 262_144;
const YEAR_SECONDS = 365 * 86_400;
/** A task that is tried five times and leaves by its error writes eleven, its choice two. */
const EVENTS_PER_ROUND_MAX = 13;
/** What is in the definition that the first release runs. */
const STATES_OF_THE_FIRST = [
  ...[
    "FreezeSubject",
    "PlanErasure",
    "IsApproved",
    "EraseStores",
    "IsFinished",
    "AskProcessors",
    "BoundBackups",
  ],
  ...["VerifyAbsence", "ByVerdict", "IssueCertificate", "ConcludeRequest", "Concluded", "WaitsForApproval"],
  ...["RecordFailure", "WaitsForNextAttempt", "FailureNotRecorded"],
];
const INPUT_OF_THE_FIRST = {
  schema: "lethe.execution/1",
  service: "dream-portraits",
  region: "eu-central-1",
  requestId: "req_01k85260tlrs1ius24j8q81jtd",
  attempt: 1,
};

describe("a run that takes long", () => {
  it("ends by its own limit long before a year and before its history is full", () => {
    expect(ERASURE_WORKFLOW.TimeoutSeconds).toBeLessThan(YEAR_SECONDS);
    // A pass that does not finish works until a minute before its function's end.
    const rounds = ERASURE_WORKFLOW.TimeoutSeconds / (FUNCTIONS["erase-stores"].timeoutSeconds - 60);
    expect(rounds * EVENTS_PER_ROUND_MAX + 200).toBeLessThan(HISTORY_EVENTS_MAX);
  });

  it("is handed from step to step in far less than a payload may have, whoever it is about", () => {
    const step = StepSchema.parse({
      ...INPUT_OF_THE_FIRST,
      schema: "lethe.step/1",
      service: "s".repeat(64),
      requestId: newRequestId(new Date(), new Uint8Array(10)),
      attempt: Number.MAX_SAFE_INTEGER,
    });
    expect(Buffer.byteLength(JSON.stringify(step))).toBeLessThan(PAYLOAD_BYTES_MAX / 100);
  });
});

describe("a run that began under an earlier definition", () => {
  it("finds its states, and its input and steps are still taken", () => {
    expect(Object.keys(ERASURE_WORKFLOW.States)).toEqual(expect.arrayContaining(STATES_OF_THE_FIRST));
    expect(ExecutionInputSchema.parse(INPUT_OF_THE_FIRST)).toEqual(INPUT_OF_THE_FIRST);
    const step = { ...INPUT_OF_THE_FIRST, schema: "lethe.step/1" };
    expect(StepSchema.parse(step)).toEqual(step);
  });

  it("has a request that is still read, be it under way or completed before there were looks at late writes", () => {
    const request = {
      schema: "lethe.request/1",
      service: "dream-portraits",
      region: "eu-central-1",
      requestId: INPUT_OF_THE_FIRST.requestId,
      subjectRef: `v1_${"5".repeat(64)}`,
      scope: "account",
      openedBy: { kind: "subject" },
      openedAt: "2026-11-23T10:00:00.000Z",
      policyDigest: "a".repeat(64),
      attempt: 1,
      revision: 3,
    };
    const running = { state: "running", dueAt: "2026-11-23T10:01:00.000Z" };
    const completed = { state: "completed", certificateKey: "c", expiresAtEpochSeconds: 1 };
    for (const progress of [running, completed]) {
      expect(ErasureRequestSchema.parse({ ...request, progress })).toMatchObject({ progress });
    }
  });
});
