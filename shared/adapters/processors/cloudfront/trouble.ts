import { z } from "zod";
import type { ProcessorTrouble } from "../../../operations/ports.ts";
import { troubleOf } from "../../processor-calls/call-api.ts";
import { retryAfterSeconds } from "../../processor-calls/retry-after.ts";

/** They say that too much is under way, and not for how long. */
const BUSY = ["BatchTooLarge", "TooManyInvalidationsInProgress", "Throttling", "ThrottlingException"];
/** What is named in our call is not there, or is something else by now. */
const MISMATCH = ["NoSuchDistribution", "NoSuchInvalidation", "InvalidationBatchAlreadyExists"];
/** The client found no key to sign with, or was given up at the time limit. */
const CREDENTIALS = "CredentialsProviderError";
const GIVEN_UP = "AbortError";

/** What the client adds to every error of a call: of CloudFront's own, of a connection, and of an answer that is none. */
const CallSchema = z.looseObject({
  name: z.string(),
  $metadata: z.looseObject({ httpStatusCode: z.number().optional() }),
  $response: z.looseObject({ headers: z.record(z.string(), z.string()) }).optional(),
});

/** Returns what an error of the client means; one that is not of a call is thrown on. */
export function troubleOfCloudfront(error: unknown, now: Date): ProcessorTrouble {
  if (error instanceof Error && error.name === CREDENTIALS) {
    return { trouble: "credentials", why: "no key to sign with" };
  }
  if (error instanceof Error && error.name === GIVEN_UP) {
    return { trouble: "unclear", why: "no answer in time" };
  }
  const call = CallSchema.safeParse(error);
  if (!call.success) throw error;
  const { name, $metadata, $response } = call.data;
  const headers = new Headers($response?.headers);
  if (BUSY.includes(name)) {
    return { trouble: "busy", againAfterSeconds: retryAfterSeconds(headers.get("retry-after"), now) };
  }
  if (MISMATCH.includes(name)) return { trouble: "mismatch", why: name };
  const status = $metadata.httpStatusCode;
  if (status === undefined) return { trouble: "unclear", why: "not reached" };
  return troubleOf({ status, headers }, now) ?? { trouble: "unclear", why: `status ${status}, ${name}` };
}
