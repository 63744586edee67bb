import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type StandIn, startStandIn } from "../../../local/stand-ins/stand-in.ts";
import { stripeRoutes } from "../../../local/stand-ins/stripe.ts";
import {
  emptyStripe,
  newCustomer,
  type StripeContent,
  type StripeCustomer,
  type StripeTransaction,
} from "../../../local/stand-ins/stripe-content.ts";
import { type StripeWay, stripeConnector } from "../../../shared/adapters/processors/stripe/connector.ts";
import type { ProcessorConnector } from "../../../shared/operations/ports.ts";
import { describeConnector } from "../../contracts/processor-connector.ts";
import { startChecked } from "../../stand-ins/start-checked.ts";
import { disclosureOf } from "./disclosed.ts";

const NOW = new Date("2031-11-24T10:00:00.000Z");
const customer = disclosureOf("stripe", "customer", "hers");
const OLD_CHARGE: StripeTransaction = {
  id: "ch_old",
  object: "charge",
  createdAt: "2031-01-02T00:00:00.000Z",
  status: "succeeded",
};
const YOUNG_CHARGE: StripeTransaction = {
  ...OLD_CHARGE,
  id: "ch_young",
  createdAt: "2031-11-01T00:00:00.000Z",
};
const YOUNG_INTENT: StripeTransaction = {
  ...YOUNG_CHARGE,
  id: "pi_young",
  object: "payment_intent",
  createdAt: "2031-11-02T00:00:00.000Z",
};
/** 90 days after the younger of the two. */
const REDACTABLE_AT = "2032-01-31T00:00:00.000Z";

for (const way of ["delete-customer", "redaction-job"] as const) {
  describeConnector(`Stripe, ${way}`, () => {
    const content = emptyStripe();
    const [hers, his] = [newCustomer(OLD_CHARGE), newCustomer()];
    content.customers.set("hers", hers).set("his", his);
    const isThere = (one: StripeCustomer) =>
      way === "delete-customer" ? !one.isDeleted : one.redaction !== "redacted";
    return {
      routes: stripeRoutes(content, () => NOW),
      connector: (at) => stripeConnector({ ...at, baseUrl: `${at.baseUrl}/v1` }, { way }),
      disclosure: customer,
      isThere: () => isThere(hers),
      isNeighbourThere: () => isThere(his),
      canLook: true,
      hasJobs: way === "redaction-job",
    };
  });
}

describe("the connector of Stripe", () => {
  let content: StripeContent;
  let hers: StripeCustomer;
  let standIn: StandIn;
  let now: Date;

  beforeEach(async () => {
    content = emptyStripe();
    hers = newCustomer(OLD_CHARGE);
    content.customers.set("hers", hers);
    now = NOW;
    standIn = await startChecked(
      "stripe",
      stripeRoutes(content, () => now),
    );
  });
  afterEach(() => standIn.stop());

  const connector = (way: StripeWay, path = "/v1"): ProcessorConnector => {
    const authorization = async () => ({ authorization: "Bearer sk_test" });
    return stripeConnector({ baseUrl: standIn.url + path, authorization, now: () => now }, { way });
  };
  const ask = (way: StripeWay, key = "key-1") => connector(way).requestDeletion(customer, key);
  const look = (job: string) => connector("redaction-job").readStatus(customer, job);
  const underWay = { outcome: "accepted-unverified", job: "prj_1" };

  it("ends subscriptions with the customer, leaves transactions, and finds the customer missing after that", async () => {
    hers.subscriptions.add("sub_1");
    expect(await ask("delete-customer")).toEqual({ outcome: "accepted-unverified" });
    expect([hers.subscriptions.size, hers.transactions]).toEqual([0, [OLD_CHARGE]]);
    expect(await ask("delete-customer")).toEqual({ outcome: "already-absent" });
    expect(await connector("delete-customer").verify(customer)).toBe("absent");
  });

  it("does not take a wrong address for a customer who is gone", async () => {
    const lost = connector("delete-customer", "/v2");
    expect(await lost.requestDeletion(customer, "key-1")).toMatchObject({ trouble: "unclear" });
    expect(await lost.verify(customer)).toMatchObject({ trouble: "unclear" });
  });

  it("does not take a deleted customer for a redacted one: their transactions still say who they are", async () => {
    await ask("delete-customer");
    expect(await connector("redaction-job").verify(customer)).toBe("still-there");
  });

  it("runs a job only once it is ready, and begins none for who is redacted already", async () => {
    await ask("redaction-job");
    expect(await look("prj_1")).toEqual(underWay);
    expect(standIn.calls.filter((call) => call.endsWith("/run"))).toHaveLength(1);
    expect(await look("prj_1")).toEqual({ outcome: "deleted" });
    expect(await ask("redaction-job", "key-2")).toEqual({ outcome: "already-absent" });
    expect(standIn.calls.filter((call) => call === "POST /v1/privacy/redaction_jobs")).toHaveLength(1);
  });

  it("begins one job for as many tries as have the same key", async () => {
    await ask("redaction-job");
    expect(await ask("redaction-job")).toEqual(underWay);
    expect(await ask("redaction-job", "key-2")).toEqual({ ...underWay, job: "prj_2" });
  });

  it("says until when young transactions stay, and redacts them then", async () => {
    hers.transactions.push(YOUNG_CHARGE, YOUNG_INTENT);
    await ask("redaction-job");
    const stays = {
      outcome: "retained-until",
      until: REDACTABLE_AT,
      basis: expect.stringContaining("90 days"),
    };
    expect([await look("prj_1"), await look("prj_1")]).toEqual([stays, stays]);
    expect(standIn.calls.join()).not.toContain("/validate");
    // The list of the validation still names the one that is old enough by now, so it is validated anew first.
    now = new Date(Date.parse(REDACTABLE_AT) - 1);
    expect(await look("prj_1")).toMatchObject({ trouble: "locked" });
    expect(await look("prj_1")).toEqual(stays);
    now = new Date(REDACTABLE_AT);
    expect(await look("prj_1")).toMatchObject({ trouble: "locked" });
    expect([await look("prj_1"), await look("prj_1")]).toEqual([underWay, { outcome: "deleted" }]);
  });

  it("says what a person has to settle, without naming anybody, and sees when it is settled", async () => {
    const open: StripeTransaction = { ...YOUNG_INTENT, status: "requires_confirmation" };
    hers.transactions.push(open, YOUNG_CHARGE);
    await ask("redaction-job");
    const answer = await look("prj_1");
    expect(answer).toMatchObject({
      trouble: "locked",
      why: expect.stringContaining("invalid_state of a payment_intent"),
    });
    expect(JSON.stringify(answer)).not.toMatch(/example|pi_young|hers/);
    open.status = "canceled";
    expect(await look("prj_1")).toMatchObject({ outcome: "retained-until", until: REDACTABLE_AT });
  });

  it("leaves alone a job of another customer, and one that somebody cancelled", async () => {
    hers.transactions.push(YOUNG_CHARGE);
    await ask("redaction-job");
    const his = disclosureOf("stripe", "customer", "his");
    expect(await connector("redaction-job").readStatus(his, "prj_1")).toMatchObject({ trouble: "mismatch" });
    const headers = { "stripe-version": "2026-06-24.preview" };
    await fetch(`${standIn.url}/v1/privacy/redaction_jobs/prj_1/cancel`, { method: "POST", headers });
    expect(await look("prj_1")).toMatchObject({
      trouble: "mismatch",
      why: expect.stringContaining("cancelled"),
    });
  });

  it("does not take an answer about a customer for the word that they are deleted", async () => {
    const answer = () => ({ status: 200, body: { id: "hers", object: "customer" } });
    const vague = await startStandIn([{ method: "DELETE", path: "/v1/customers/{id}", answer }]);
    const authorization = async () => ({ authorization: "Bearer sk_test" });
    const asked = stripeConnector({ baseUrl: `${vague.url}/v1`, authorization }, { way: "delete-customer" });
    expect(await asked.requestDeletion(customer, "key-1")).toMatchObject({ trouble: "unclear" });
    await vague.stop();
  });

  it("waits where another job has the customer", async () => {
    hers.transactions.push({ ...YOUNG_INTENT, status: "requires_confirmation" });
    await ask("redaction-job");
    await look("prj_1");
    hers.transactions.pop();
    await ask("redaction-job", "key-2");
    expect(await look("prj_2")).toMatchObject({
      trouble: "locked",
      why: expect.stringContaining("locked_by_other_job"),
    });
  });

  it("asks nothing of a kind that it does not have, and adds nothing to what is sent", async () => {
    const file = disclosureOf("stripe", "file", "hers");
    const asked = connector("redaction-job");
    expect(await asked.requestDeletion(file, "key-1")).toMatchObject({ trouble: "mismatch" });
    expect(await asked.readStatus(file, "prj_1")).toMatchObject({ trouble: "mismatch" });
    expect(await asked.verify(file)).toBe("cannot-look");
    expect(asked.prevent(60)).toMatchObject({ headers: {}, body: {} });
    expect(standIn.calls).toEqual([]);
  });
});
