import { z } from "zod";
import type { ProcessorAnswer, ProcessorTrouble } from "../../../operations/ports.ts";
import { type ApiPlace, callApi, isTrouble } from "../../processor-calls/call-api.ts";
import { PREVIEW } from "./customer.ts";

/** "Transactions do not support deletion and can only be redacted after 90 days". */
const KEPT_DAYS = 90;
const DAY_MS = 86_400_000;
const BASIS =
  "Stripe redacts transactions only after 90 days, against fraud: https://docs.stripe.com/privacy/deletion-requests";
/** The most that one page has: https://docs.stripe.com/api/privacy/redaction-job-validation-error/list */
const ERRORS_MAX = 100;

/** Where the objects lie that are transactions, by the names that errors give them. */
const TRANSACTIONS = new Map([
  ["charge", "charges"],
  ["payment_intent", "payment_intents"],
]);

/** What a charge or a payment intent ends with. */
const SETTLED: ReadonlySet<string> = new Set(["succeeded", "failed", "canceled"]);

const ErrorsSchema = z.looseObject({
  data: z.array(
    z.looseObject({
      code: z.string(),
      erroring_object: z.looseObject({ id: z.string(), object_type: z.string() }).nullish(),
    }),
  ),
});
type ValidationError = z.infer<typeof ErrorsSchema>["data"][number];
const TransactionSchema = z.looseObject({
  id: z.string(),
  created: z.number().int(),
  status: z.string(),
});

/**
 * Returns until when what the validation of a job found stays there, if that is only the age of transactions; otherwise
 * what stands against it, by codes and kinds of objects: messages and ids may lead to a person.
 *
 * @param job path of the job.
 */
export async function whyItFailed(
  place: ApiPlace,
  job: readonly string[],
): Promise<ProcessorAnswer | ProcessorTrouble> {
  const path = [...job, "validation_errors"];
  const query = { limit: String(ERRORS_MAX) };
  const answer = await callApi(place, { method: "GET", path, headers: PREVIEW, query });
  if (isTrouble(answer)) return answer;
  const errors = ErrorsSchema.safeParse(answer.body);
  if (answer.status !== 200 || !errors.success) {
    return { trouble: "unclear", why: `status ${answer.status} without the errors of a validation` };
  }
  const [freeAtMs, inTheWay]: [number[], ValidationError[]] = [[], []];
  for (const error of errors.data.data) {
    const at = await redactableAtMs(place, error);
    if (typeof at === "object") return at;
    if (at === undefined) inTheWay.push(error);
    else freeAtMs.push(at);
  }
  // Whatever cascades follows from another error of the list.
  const isAgeAlone = freeAtMs.length > 0 && inTheWay.every(({ code }) => code === "invalid_cascading_source");
  if (!isAgeAlone) {
    const found = [...new Set(inTheWay.map(inWords))].join(", ");
    return { trouble: "locked", why: `a redaction fails its validation: ${found || "it does not say why"}` };
  }
  return { outcome: "retained-until", until: new Date(Math.max(...freeAtMs)).toISOString(), basis: BASIS };
}

/**
 * Returns when a transaction is old enough; undefined if it is none, is not settled, or is old enough already: then either
 * the list is out of date or something else is the matter, which only another validation can tell.
 */
async function redactableAtMs(
  place: ApiPlace,
  { code, erroring_object: object }: ValidationError,
): Promise<number | undefined | ProcessorTrouble> {
  const collection = object ? TRANSACTIONS.get(object.object_type) : undefined;
  if (code !== "invalid_state" || !object || collection === undefined) return undefined;
  const answer = await callApi(place, { method: "GET", path: [collection, object.id], headers: PREVIEW });
  if (isTrouble(answer)) return answer;
  const transaction = TransactionSchema.safeParse(answer.body);
  if (answer.status !== 200 || !transaction.success || transaction.data.id !== object.id) {
    return { trouble: "unclear", why: `status ${answer.status} without the transaction that was named` };
  }
  // What is not settled is in the way whatever its age: somebody has to confirm or cancel it.
  if (!SETTLED.has(transaction.data.status)) return undefined;
  const atMs = transaction.data.created * 1000 + KEPT_DAYS * DAY_MS;
  return atMs > (place.now?.() ?? new Date()).getTime() ? atMs : undefined;
}

function inWords({ code, erroring_object: object }: ValidationError): string {
  return object ? `${code} of a ${object.object_type}` : code;
}
