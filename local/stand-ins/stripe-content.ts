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

/** The answer to whatever names a thing that is not there. */
export function missing(status = 404): StandInAnswer {
  const error = { type: "invalid_request_error", code: "resource_missing", message: "No such object" };
  return { status, body: { error } };
}
