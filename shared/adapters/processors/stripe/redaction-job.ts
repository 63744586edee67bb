import { z } from "zod";
import type { Disclosure } from "../../../domain/processors/disclosure.ts";
import type { ProcessorAnswer, ProcessorTrouble } from "../../../operations/ports.ts";
import { type ApiAnswer, type ApiPlace, callApi, isTrouble } from "../../processor-calls/call-api.ts";
import { isMissing, PREVIEW, sightOfRedacted } from "./customer.ts";
import { whyItFailed } from "./redaction-failure.ts";

const JOBS = ["privacy", "redaction_jobs"] as const;
const OBJECTS = "objects";

/** https://docs.stripe.com/api/privacy/redaction-job/object; what else it says is left out. */
const JobSchema = z.object({
  id: z.string(),
  status: z.enum([
    "created",
    "validating",
    "ready",
    "redacting",
    "succeeded",
    "failed",
    "canceling",
    "canceled",
  ]),
  objects: z.looseObject({ customers: z.array(z.string()).nullish() }).nullish(),
});
type Job = z.infer<typeof JobSchema>;

/**
 * Begins a job for one customer, unless it is redacted already. The job fixes nothing by itself: that would void invoices
 * and cancel payments, which is for a person to decide. A key brings the first answer back for at least a day, also if that
 * was an error of theirs: so it may stay unclear for so long.
 *
 * @see https://docs.stripe.com/api/privacy/redaction-job/create
 */
export async function beginRedaction(
  place: ApiPlace,
  disclosure: Disclosure,
  idempotencyKey: string,
): Promise<ProcessorAnswer | ProcessorTrouble> {
  const sight = await sightOfRedacted(place, disclosure);
  if (sight === "absent") return { outcome: "already-absent" };
  if (typeof sight === "object") return sight;
  const body = new URLSearchParams([
    ["objects[customers][]", disclosure.reference],
    ["validation_behavior", "error"],
    ["expand[]", OBJECTS],
  ]);
  const headers = { ...PREVIEW, "Idempotency-Key": idempotencyKey };
  const answer = await callApi(place, { method: "POST", path: JOBS, headers, body });
  if (isTrouble(answer)) return answer;
  const job = jobIn(answer, disclosure);
  return "trouble" in job ? job : underWay(job);
}

/**
 * Returns what became of a job, and drives it on: one that is ready is run, one that failed is validated anew unless only
 * time stands against it. What it says is done is looked at before it is called deleted.
 */
export async function redactionStatus(
  place: ApiPlace,
  disclosure: Disclosure,
  id: string,
): Promise<ProcessorAnswer | ProcessorTrouble> {
  const query = { "expand[]": OBJECTS };
  const answer = await callApi(place, { method: "GET", path: [...JOBS, id], headers: PREVIEW, query });
  if (isTrouble(answer)) return answer;
  if (isMissing(answer)) return { trouble: "mismatch", why: "it knows no such job" };
  const job = jobIn(answer, disclosure, id);
  if ("trouble" in job) return job;
  switch (job.status) {
    case "created":
    case "validating":
    case "redacting":
      return underWay(job);
    case "ready":
      return driven(place, disclosure, job, "run");
    case "failed":
      return afterFailure(place, disclosure, job);
    case "succeeded":
      return afterSuccess(place, disclosure);
    case "canceling":
    case "canceled":
      return { trouble: "mismatch", why: "somebody cancelled the job there" };
  }
}

function underWay({ id }: Job): ProcessorAnswer {
  return { outcome: "accepted-unverified", job: id };
}

/** No key: it is asked only of a job that was just seen in the state for it, and refused in any other. */
async function driven(
  place: ApiPlace,
  disclosure: Disclosure,
  { id }: Job,
  step: "run" | "validate",
): Promise<ProcessorAnswer | ProcessorTrouble> {
  const body = new URLSearchParams([["expand[]", OBJECTS]]);
  const answer = await callApi(place, { method: "POST", path: [...JOBS, id, step], headers: PREVIEW, body });
  if (isTrouble(answer)) return answer;
  const job = jobIn(answer, disclosure, id);
  return "trouble" in job ? job : underWay(job);
}

async function afterFailure(
  place: ApiPlace,
  disclosure: Disclosure,
  job: Job,
): Promise<ProcessorAnswer | ProcessorTrouble> {
  const why = await whyItFailed(place, [...JOBS, job.id]);
  if ("outcome" in why || why.trouble !== "locked") return why;
  // Whoever resolved what stands against it need not tell us: the next look sees what the new validation found.
  const again = await driven(place, disclosure, job, "validate");
  return "trouble" in again ? again : why;
}

async function afterSuccess(
  place: ApiPlace,
  disclosure: Disclosure,
): Promise<ProcessorAnswer | ProcessorTrouble> {
  const sight = await sightOfRedacted(place, disclosure);
  if (typeof sight === "object") return sight;
  if (sight === "absent") return { outcome: "deleted" };
  return { trouble: "unclear", why: "the job says that it is done, and the customer is shown all the same" };
}

function jobIn({ status, body }: ApiAnswer, { reference }: Disclosure, id?: string): Job | ProcessorTrouble {
  const job = JobSchema.safeParse(body);
  if (status !== 200 || !job.success) return { trouble: "unclear", why: `status ${status} without a job` };
  const customers = job.data.objects?.customers;
  const isOurs = customers === undefined || customers === null || customers.includes(reference);
  if (!isOurs || (id !== undefined && job.data.id !== id)) {
    return { trouble: "mismatch", why: "it answered about another job, or about another customer" };
  }
  return job.data;
}
