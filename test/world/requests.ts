import { subjectIdOf } from "../../shared/domain/erasure/subject-id.ts";
import type { ErasureRequest } from "../../shared/domain/requests/erasure-request.ts";
import { newRequestId } from "../../shared/domain/requests/request-id.ts";

/** Returns an erasure request as its person opened it; `number` makes it another request of another person. */
export function requestNumber(number: number, changes: Partial<ErasureRequest> = {}): ErasureRequest {
  const openedAt = new Date(Date.UTC(2026, 10, 23, 10, 0, number));
  return {
    schema: "lethe.request/1",
    service: "dream-portraits",
    region: "eu-central-1",
    requestId: newRequestId(openedAt, new Uint8Array(10).fill(number)),
    subjectId: subjectIdOf(`subject-${number}`),
    subjectRef: `v1_${number.toString(16).padStart(64, "0")}`,
    scope: "account",
    openedBy: { kind: "subject" },
    openedAt: openedAt.toISOString(),
    policyDigest: "a".repeat(64),
    attempt: 0,
    progress: { state: "verified", dueAt: openedAt.toISOString() },
    revision: 1,
    ...changes,
  };
}
