import type { ProcessorFacts } from "../../../domain/policy/processor.ts";

/**
 * Stripe. Deleting a customer cancels their subscriptions at once and leaves charges and invoices; a redaction job
 * takes those out of our view after 90 days, and Stripe may keep them by law.
 */
export const stripe = {
  id: "stripe",
  name: "Stripe",
  role: "payment",
  // Where it processes was not read: a policy that uses it says what is known.
  policyUrl: "https://docs.stripe.com/privacy/deletion-requests",
  retention: { kept: "until-deleted" },
  // DELETE /v1/customers/{id}; POST /v1/privacy/redaction_jobs, in public preview (stripe 23.1.0, facts §6).
  deletion: ["by-api"],
  // 90 days: transactions cannot be deleted, and are redactable only after them (docs.stripe.com/privacy/redaction).
  gap: "Transactions stay at least 90 days, and longer where Stripe has to keep them by law.",
  training: {
    trains: "yes",
    // A third party's quotation of its privacy policy, read on 2026-11-24; the policy itself was not.
    statement: "Transactions and devices train its detection of fraud.",
  },
  readOn: "2026-11-22",
} satisfies ProcessorFacts;
