import type { ProcessorFacts } from "../../../domain/policy/processor.ts";

/**
 * Any vendor that sends e-mail, before one is chosen: nothing is known of it but that a list keeps an address until
 * somebody deletes it. A policy that uses one replaces name, policyUrl and places with the vendor's own.
 */
export const mailVendor = {
  id: "mail-vendor",
  name: "E-mail vendor",
  role: "mail",
  // The cautious reading: suppression lists and contacts hold an address until it is deleted (facts §5, §6).
  retention: { kept: "until-deleted" },
  // Without an API that is known: a letter, reminders, a due date, and their answer attached.
  deletion: ["by-mail"],
  gap: "What was delivered is in the person's own mailbox.",
  training: {
    trains: "unknown",
    statement: "No vendor is chosen yet.",
  },
  readOn: "2026-11-22",
} satisfies ProcessorFacts;
