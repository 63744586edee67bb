import type { StandInAnswer, StandInCall, StandInRoute } from "./stand-in.ts";
import {
  missing,
  type StripeContent,
  type StripeCustomer,
  type StripeTransaction,
  shownCustomer,
  shownTransaction,
} from "./stripe-content.ts";
import { redactionJobs } from "./stripe-redaction.ts";

/** Routes of Stripe as its published API reference describes them, over content that is kept until it is deleted. */
export function stripeRoutes(
  content: StripeContent,
  now: () => Date = () => new Date(),
): readonly StandInRoute[] {
  const headers = ["stripe-version"];
  const routes: readonly StandInRoute[] = [
    {
      method: "GET",
      path: "/v1/customers/{id}",
      headers,
      answer: (call) => withCustomer(content, call, (customer) => shown(customer, call)),
    },
    {
      method: "DELETE",
      path: "/v1/customers/{id}",
      headers,
      answer: (call) => withCustomer(content, call, (customer) => deleted(customer, call)),
    },
    ...(["charge", "payment_intent"] as const).map((object) => ({
      method: "GET",
      path: `/v1/${object}s/{id}`,
      headers,
      answer: (call: StandInCall) => transaction(content, object, call),
    })),
    ...redactionJobs(content, now),
  ];
  return routes.map((route) => ({ ...route, refused }));
}

function refused(status: number): StandInAnswer {
  return { status, body: { error: { type: "api_error", message: `status ${status}` } } };
}

function withCustomer(
  { customers }: StripeContent,
  { parts: { id = "" } }: StandInCall,
  answer: (customer: StripeCustomer) => StandInAnswer,
): StandInAnswer {
  const customer = customers.get(id);
  return customer ? answer(customer) : missing();
}

/** A deleted customer can still be retrieved; whether one is redacted, only a preview version says. */
function shown(
  { isDeleted, redaction }: StripeCustomer,
  { parts: { id }, headers }: StandInCall,
): StandInAnswer {
  if (isDeleted) return { status: 200, body: { id, object: "customer", deleted: true } };
  const inPreview = headers["stripe-version"]?.endsWith(".preview") === true;
  const status = redaction === "none" ? null : { status: redaction };
  return {
    status: 200,
    body: {
      ...shownCustomer(id ?? "", redaction === "redacted" ? "[redacted]" : "somebody@example.com"),
      ...(inPreview ? { redaction: status } : {}),
    },
  };
}

function deleted(customer: StripeCustomer, { parts: { id }, lies }: StandInCall): StandInAnswer {
  if (customer.isDeleted) return missing();
  if (!lies) {
    customer.isDeleted = true;
    customer.subscriptions.clear();
  }
  return { status: 200, body: { id, object: "customer", deleted: true } };
}

function transaction(
  { customers }: StripeContent,
  object: StripeTransaction["object"],
  { parts: { id } }: StandInCall,
): StandInAnswer {
  const found = [...customers.values()]
    .flatMap(({ transactions }) => transactions)
    .find((one) => one.id === id && one.object === object);
  if (!found) return missing();
  return { status: 200, body: shownTransaction(found) };
}
