import type { RightsRequest } from "../../shared/domain/rights/rights-request.ts";

/** Returns a request for access that came in at ten o'clock and owes an answer thirty days later. */
export function owedRequestNumber(number: number, changes: Partial<RightsRequest> = {}): RightsRequest {
  return {
    schema: "lethe.rights-request/1",
    service: "dream-portraits",
    region: "eu-central-1",
    rightsRequestId: `rrq_${number.toString(32).padStart(26, "0")}`,
    right: "access",
    about: { what: "account" },
    channel: "mail",
    language: "en",
    receivedAt: "2026-11-01T10:00:00.000Z",
    addressRef: "v1_address",
    dueDates: [{ what: "answer", at: "2026-12-01T10:00:00.000Z", source: "DP7" }],
    policyDigest: "a".repeat(64),
    standing: { state: "with-a-person" },
    revision: 1,
    ...changes,
  };
}
