import type { StandInAnswer } from "./stand-in.ts";

/** Money that changed hands, or was to. */
export interface StripeTransaction {
  readonly id: string;
  readonly object: "charge" | "payment_intent";
  /** ISO 8601 UTC. */
  readonly createdAt: string;
  /** `succeeded`, `requires_confirmation`, `pending` ... */
  status: string;
}

export interface StripeCustomer {
  isDeleted: boolean;
  redaction: "none" | "processing" | "redacted";
  readonly subscriptions: Set<string>;
  /** They stay when the customer is deleted, and are redacted with them. */
  readonly transactions: StripeTransaction[];
}

/** What a test or the demo puts into the stand-in, as a service would have sent it. */
export interface StripeContent {
  readonly customers: Map<string, StripeCustomer>;
}

export function emptyStripe(): StripeContent {
  return { customers: new Map() };
}

export function newCustomer(...transactions: readonly StripeTransaction[]): StripeCustomer {
  return {
    isDeleted: false,
    redaction: "none",
    subscriptions: new Set(),
    transactions: [...transactions],
  };
}

/** Returns what Stripe shows of a customer, with every field that its specification requires. */
export function shownCustomer(id: string, email: string) {
  return {
    ...{ id, object: "customer", created: 1_953_000_000, livemode: false, metadata: {}, balance: 0, email },
    ...{ description: null, default_source: null, shipping: null },
    invoice_settings: {
      ...{ custom_fields: null, default_payment_method: null, footer: null, rendering_options: null },
    },
  };
}

/** The same of a transaction. */
export function shownTransaction({ id, object, createdAt, status }: StripeTransaction) {
  const created = Date.parse(createdAt) / 1000;
  const both = { id, object, created, status, amount: 500, currency: "usd", livemode: false };
  return object === "charge"
    ? {
        ...{ ...both, amount_captured: 500, amount_refunded: 0, billing_details: {}, captured: true },
        ...{ disputed: false, metadata: {}, paid: true, refunded: false },
      }
    : {
        ...{ ...both, capture_method: "automatic", confirmation_method: "automatic" },
        payment_method_types: ["card"],
      };
}

/** The answer to whatever names a thing that is not there. */
export function missing(status = 404): StandInAnswer {
  const error = { type: "invalid_request_error", code: "resource_missing", message: "No such object" };
  return { status, body: { error } };
}
