import type { RightsRequest } from "../../shared/domain/rights/rights-request.ts";
import { newRightsRequestId } from "../../shared/domain/rights/rights-request-id.ts";
import type { MailRecord, RequestToken } from "../../shared/operations/ports.ts";

/** Returns a rights request of `ada@mail.example` that waits for proof; `number` makes it another one, as much later. */
export function rightsRequestNumber(number: number, changes: Partial<RightsRequest> = {}): RightsRequest {
  const receivedAt = new Date(Date.UTC(2026, 10, 23, 10, 0, number));
  return {
    schema: "lethe.rights-request/1",
    service: "dream-portraits",
    region: "eu-central-1",
    rightsRequestId: newRightsRequestId(receivedAt, new Uint8Array(10).fill(number)),
    right: "erasure",
    about: { what: "account" },
    channel: "mail",
    language: "en",
    receivedAt: receivedAt.toISOString(),
    addressRef: "v1_ada",
    address: "ada@mail.example",
    thread: { messageId: "<1@mail.example>", references: [] },
    subjectLine: "Privacy Request",
    dueDates: [],
    policyDigest: "a".repeat(64),
    standing: { state: "waiting-for-proof", until: "2026-11-30T10:00:00.000Z" },
    revision: 1,
    ...changes,
  };
}

/** Returns a link that confirms the first rights request, and is over an hour after ten. */
export function aToken(changes: Partial<RequestToken> = {}): RequestToken {
  const { rightsRequestId } = rightsRequestNumber(1);
  return { purpose: "confirm", rightsRequestId, expiresAt: "2026-11-23T11:00:00.000Z", ...changes };
}

/** Returns what is kept of a mail that became a request; `number` makes it another mail, as much later. */
export function mailRecordNumber(number: number, changes: Partial<MailRecord> = {}): MailRecord {
  const { receivedAt, rightsRequestId } = rightsRequestNumber(number);
  return {
    schema: "lethe.mail/1",
    mailId: `mail-${number}`,
    key: `mail/mail-${number}`,
    receivedAt,
    outcome: "opened",
    rightsRequestId,
    expiresAtEpochSeconds: 1_900_000_000,
    ...changes,
  };
}
