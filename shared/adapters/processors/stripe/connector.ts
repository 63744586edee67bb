import type { Disclosure } from "../../../domain/processors/disclosure.ts";
import type { ProcessorConnector } from "../../../operations/ports.ts";
import type { ApiPlace } from "../../processor-calls/call-api.ts";
import { notAsked } from "../../processor-calls/not-asked.ts";
import { deleteCustomer, sightOfDeleted, sightOfRedacted } from "./customer.ts";
import { stripe } from "./processor.ts";
import { beginRedaction, redactionStatus } from "./redaction-job.ts";

/**
 * How a customer goes, which the policy decides. `delete-customer`: at once, with their cards, and subscriptions end at
 * once; charges and invoices stay. `redaction-job`: those too go out of our view, after 90 days, and where nothing of the
 * customer's is open; it is in public preview.
 */
export type StripeWay = "delete-customer" | "redaction-job";

export interface StripeOptions {
  readonly way: StripeWay;
}

/** Returns Stripe as it is asked: below its address with `/v1`, with a secret key. What stays is the gap of the declaration. */
export function stripeConnector(place: ApiPlace, { way }: StripeOptions): ProcessorConnector {
  const byJob = way === "redaction-job";
  return {
    processor: stripe.id,

    prevent: () => ({
      headers: {},
      body: {},
      stillKept: "What is sent stays until it is deleted; transactions stay at least 90 days.",
    }),

    async requestDeletion(disclosure, idempotencyKey) {
      if (!isCustomer(disclosure))
        return notAsked(`Stripe is asked about customers, not a ${disclosure.kind}.`);
      return byJob ? beginRedaction(place, disclosure, idempotencyKey) : deleteCustomer(place, disclosure);
    },

    async readStatus(disclosure, job) {
      if (!byJob || !isCustomer(disclosure))
        return notAsked("Stripe names a job only where it redacts a customer.");
      return redactionStatus(place, disclosure, job);
    },

    async verify(disclosure) {
      if (!isCustomer(disclosure)) return "cannot-look";
      return byJob ? sightOfRedacted(place, disclosure) : sightOfDeleted(place, disclosure);
    },
  };
}

function isCustomer({ kind }: Disclosure): boolean {
  return kind === "customer";
}
