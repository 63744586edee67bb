import { z } from "zod";

/** What Lethe itself keeps about a person. */
export const OWN_RECORD_KINDS = [
  "tombstone",
  "ledger",
  "request",
  "certificate",
  "contact-for-answer",
  "raw-mail",
  "letter",
  "disclosure",
  "nominee",
  "consent",
  "clock-record",
] as const;

/** A record Lethe itself makes about a person, why it may, and when it goes. */
export const OwnRecordSchema = z.strictObject({
  record: z.enum(OWN_RECORD_KINDS),
  legalBasis: z.string().min(1).optional(),
  retentionDays: z.number().int().positive().optional(),
});

export type OwnRecordKind = (typeof OWN_RECORD_KINDS)[number];
