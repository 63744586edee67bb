import type { OwnRecordKind } from "../own-record.ts";
import type { Policy } from "../policy.ts";
import type { PublishedTable } from "./publish-table.ts";

/** Each record in words that somebody understands who has never seen this code. */
const RECORDS: Readonly<Record<OwnRecordKind, string>> = {
  tombstone: "Mark that an account was erased, so that nothing of it comes back",
  ledger: "Evidence of each step of an erasure",
  request: "The request and how it was handled",
  certificate: "Certificate of an erasure",
  "contact-for-answer": "Address to answer a request to",
  "raw-mail": "Mail that brought a request",
  letter: "Letters that answered it",
  disclosure: "What was sent to which sub-processor",
  nominee: "Person somebody named to act for them",
  consent: "When and how consent was given",
  "clock-record": "When something was stored, and what ends it; counted from its end",
};

/** Returns the table of what is kept about a person to handle requests and to prove what was done. */
export function ownRecordTable({ ownRecords }: Policy): PublishedTable {
  return {
    heading: "Records of requests and erasures",
    notes: ["These outlive an erasure where they prove it. Each has a legal basis and an end of its own."],
    columns: ["Record", "Kept for", "Legal basis"],
    rows: ownRecords.map(({ record, retentionDays, legalBasis }) => [
      RECORDS[record],
      retentionDays === undefined ? "no end is stated" : `${retentionDays} days`,
      legalBasis ?? "none is stated",
    ]),
  };
}
