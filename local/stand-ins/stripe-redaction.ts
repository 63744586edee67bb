import type { StandInAnswer, StandInCall, StandInRoute } from "./stand-in.ts";
import { missing, type StripeContent, type StripeCustomer } from "./stripe-content.ts";

interface RedactionJob {
  readonly id: string;
  readonly customer: string;
  readonly lies: boolean;
  readonly neverEnds: boolean;
  status: "validating" | "ready" | "redacting" | "succeeded" | "failed" | "canceled";
  errors: readonly unknown[];
}

interface Jobs {
  readonly content: StripeContent;
  readonly now: () => Date;
  readonly byId: Map<string, RedactionJob>;
  /** First answers, by their idempotency key. */
  readonly replies: Map<
    string,
    { readonly atMs: number; readonly asked: string; readonly answer: StandInAnswer }
  >;
}

/** What a job can name besides customers. */
const NO_OBJECTS = {
  ...{ charges: null, checkout_sessions: null, identity_verification_sessions: null, invoices: null },
  ...{ issuing_cardholders: null, payment_intents: null, radar_value_list_items: null, setup_intents: null },
} as const;
const DAY_MS = 86_400_000;
const UNREDACTABLE_DAYS = 90;
/** A job in one of these has no hold on its customer. */
const ENDED: readonly RedactionJob["status"][] = ["succeeded", "canceled"];

/**
 * Redaction jobs as the preview of Stripe's reference describes them. Every look at a job moves it one step on, so that
 * it takes as many looks as it has states.
 */
export function redactionJobs(content: StripeContent, now: () => Date): readonly StandInRoute[] {
  const jobs: Jobs = { content, now, byId: new Map(), replies: new Map() };
  const path = "/v1/privacy/redaction_jobs";
  const headers = ["stripe-version"];
  return [
    {
      method: "POST",
      path,
      headers: [...headers, "idempotency-key"],
      body: ["objects[customers][]", "validation_behavior", "expand[]"],
      answer: (call) => inPreview(call, () => onceByKey(jobs, call, () => created(jobs, call))),
    },
    {
      method: "GET",
      path: `${path}/{job}`,
      headers,
      query: ["expand[]"],
      answer: (call) =>
        withJob(jobs, call, (job) => {
          moveOn(jobs, job);
          return shown(job, call.query.get("expand[]"));
        }),
    },
    step(jobs, "run", ["ready"], "redacting"),
    step(jobs, "validate", ["failed"], "validating"),
    step(jobs, "cancel", ["ready", "failed"], "canceled"),
    {
      method: "GET",
      path: `${path}/{job}/validation_errors`,
      headers,
      query: ["limit", "starting_after", "ending_before", "expand[]"],
      answer: (call) =>
        withJob(jobs, call, ({ errors }) => ({
          status: 200,
          body: {
            object: "list",
            data: errors,
            has_more: false,
            url: `${path}/${call.parts.job}/validation_errors`,
          },
        })),
    },
  ];
}

function step(
  jobs: Jobs,
  name: string,
  from: readonly RedactionJob["status"][],
  to: RedactionJob["status"],
): StandInRoute {
  return {
    method: "POST",
    path: `/v1/privacy/redaction_jobs/{job}/${name}`,
    headers: ["stripe-version", "idempotency-key"],
    body: ["expand[]"],
    answer: (call) =>
      withJob(jobs, call, (job) => {
        if (!from.includes(job.status))
          return refused(`A job that is ${job.status} cannot be asked to ${name}.`);
        job.status = to;
        return shown(job, fieldOf(call, "expand[]"));
      }),
  };
}

/** To any other version the addresses are unknown. */
function inPreview({ headers }: StandInCall, answer: () => StandInAnswer): StandInAnswer {
  if (headers["stripe-version"]?.endsWith(".preview") === true) return answer();
  const error = { type: "invalid_request_error", message: "Unrecognized request URL." };
  return { status: 404, body: { error } };
}

function withJob(jobs: Jobs, call: StandInCall, answer: (job: RedactionJob) => StandInAnswer): StandInAnswer {
  return inPreview(call, () => {
    const job = jobs.byId.get(call.parts.job ?? "");
    return job ? answer(job) : missing();
  });
}

/** The same key brings the first answer back for a day, and an error if it comes with something else. */
function onceByKey({ replies, now }: Jobs, call: StandInCall, answer: () => StandInAnswer): StandInAnswer {
  const key = call.headers["idempotency-key"];
  if (key === undefined) return answer();
  const [atMs, asked] = [now().getTime(), JSON.stringify(call.body)];
  const before = replies.get(key);
  if (before && atMs - before.atMs < DAY_MS) {
    return before.asked === asked
      ? before.answer
      : refused("Keys can only be used with the same parameters.");
  }
  const first = answer();
  replies.set(key, { atMs, asked, answer: first });
  return first;
}

function created({ byId, content }: Jobs, call: StandInCall): StandInAnswer {
  const customer = fieldOf(call, "objects[customers][]");
  if (call.headers["content-type"]?.startsWith("application/x-www-form-urlencoded") !== true) {
    return refused("Parameters are sent as a form.");
  }
  if (customer === null || !content.customers.has(customer)) return missing(400);
  const { lies, neverEnds } = call;
  const id = `prj_${byId.size + 1}`;
  const job: RedactionJob = { id, customer, lies, neverEnds, status: "validating", errors: [] };
  byId.set(id, job);
  return shown(job, fieldOf(call, "expand[]"));
}

function moveOn(jobs: Jobs, job: RedactionJob): void {
  const customer = jobs.content.customers.get(job.customer);
  if (job.neverEnds || !customer) return;
  if (job.status === "validating") {
    job.errors = errorsOf(jobs, job, customer);
    job.status = job.errors.length > 0 ? "failed" : "ready";
  } else if (job.status === "redacting") {
    job.status = "succeeded";
    if (!job.lies) customer.redaction = "redacted";
  }
}

function errorsOf(
  { byId, now }: Jobs,
  job: RedactionJob,
  { transactions }: StripeCustomer,
): readonly unknown[] {
  const oldEnoughMs = now().getTime() - UNREDACTABLE_DAYS * DAY_MS;
  const inTheWay = transactions
    .filter(({ status, createdAt }) => status.startsWith("requires_") || Date.parse(createdAt) > oldEnoughMs)
    .map(({ id, object }) => error("invalid_state", id, object));
  const held = [...byId.values()].some(
    ({ id, customer, status }) => id !== job.id && customer === job.customer && !ENDED.includes(status),
  );
  return [
    ...inTheWay,
    ...(inTheWay.length > 0 ? [error("invalid_cascading_source", job.customer, "customer")] : []),
    ...(held ? [error("locked_by_other_job", job.customer, "customer")] : []),
  ];
}

function error(code: string, id: string, object_type: string) {
  const message = `somebody@example.com has a ${object_type} that cannot be redacted.`;
  return {
    object: "privacy.redaction_job_validation_error",
    ...{ id: `prverr_${id}`, code },
    erroring_object: { id, object_type },
    message,
  };
}

function shown({ id, status, customer }: RedactionJob, expanded: string | null): StandInAnswer {
  const objects = expanded === "objects" ? { objects: { ...NO_OBJECTS, customers: [customer] } } : {};
  return {
    status: 200,
    body: {
      ...{ id, object: "privacy.redaction_job", created: 1_953_000_000, livemode: false, status },
      ...{ validation_behavior: "error", ...objects },
    },
  };
}

function refused(message: string): StandInAnswer {
  return { status: 400, body: { error: { type: "invalid_request_error", message } } };
}

function fieldOf({ body }: StandInCall, name: string): string | null {
  const fields = new Map(Object.entries(typeof body === "object" && body !== null ? body : {}));
  const value: unknown = fields.get(name);
  return typeof value === "string" ? value : null;
}
