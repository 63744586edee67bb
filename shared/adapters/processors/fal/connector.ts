import { z } from "zod";
import type { Disclosure } from "../../../domain/processors/disclosure.ts";
import type {
  Prevention,
  ProcessorAnswer,
  ProcessorConnector,
  ProcessorSight,
  ProcessorTrouble,
} from "../../../operations/ports.ts";
import { type ApiAnswer, type ApiPlace, callApi, isTrouble } from "../../processor-calls/call-api.ts";
import { notAsked } from "../../processor-calls/not-asked.ts";
import { closeInputFile } from "./input-file.ts";
import { isNotFound } from "./not-found.ts";
import { fal } from "./processor.ts";

/** What only the service that calls fal.ai knows. */
export interface FalOptions {
  /** Ids of the models that are called, `fal-ai/flux/dev`: requests are listed by them. Without any, nobody can look. */
  readonly models: readonly string[];
}

/** Their clock may be behind ours: a request is looked for from a little before it was sent. */
const CLOCKS_APART_MS = 3_600_000;

const DeletedSchema = z.looseObject({
  // Null where the file was deleted: https://fal.ai/docs/platform-apis/v1/models/requests/payloads
  cdn_delete_results: z.array(z.looseObject({ exception: z.unknown() })),
});
const ListedSchema = z.looseObject({
  items: z.array(
    z.looseObject({
      request_id: z.string(),
      json_input: z.unknown().optional(),
      json_output: z.unknown().optional(),
    }),
  ),
});

/**
 * Returns fal.ai as it is asked: below its address with `/v1`, with an admin key, `Authorization: Key ...`. What a request
 * stored goes with the files in its output; the files of its input are closed, and stay.
 */
export function falConnector(place: ApiPlace, { models }: FalOptions): ProcessorConnector {
  return {
    processor: fal.id,

    prevent: (lifetimeSeconds) => prevention(lifetimeSeconds),

    async requestDeletion(disclosure, idempotencyKey) {
      if (disclosure.kind === "file") return closeInputFile(place, disclosure);
      if (disclosure.kind !== "request-payload") {
        return notAsked(`fal.ai has no call that deletes a ${disclosure.kind}.`);
      }
      return deletePayloads(place, disclosure, idempotencyKey);
    },

    readStatus: async () => notAsked("fal.ai names no job that could be asked about."),

    async verify(disclosure) {
      return disclosure.kind === "request-payload" ? payloadsOf(place, disclosure, models) : "cannot-look";
    },
  };
}

/** https://fal.ai/docs/documentation/model-apis/media-expiration; the result stays for an hour whatever is set. */
function prevention(lifetimeSeconds: number): Prevention {
  const seconds = Math.max(1, Math.ceil(lifetimeSeconds));
  return {
    headers: {
      "X-Fal-Object-Lifecycle-Preference": JSON.stringify({ expiration_duration_seconds: seconds }),
      "X-Fal-Store-IO": "0",
    },
    body: {},
    lifetimeSeconds: seconds,
    stillKept:
      "The result is kept for up to an hour, and its files until their lifetime ends; an input file that was uploaded without this lifetime stays as long as the account's own setting says, which may be for ever.",
  };
}

/** The same answer comes for ten minutes for the same key, so a try after a death learns what the first one did. */
async function deletePayloads(
  place: ApiPlace,
  disclosure: Disclosure,
  idempotencyKey: string,
): Promise<ProcessorAnswer | ProcessorTrouble> {
  const answer = await callApi(place, {
    method: "DELETE",
    path: ["models", "requests", disclosure.reference, "payloads"],
    headers: { "Idempotency-Key": idempotencyKey },
  });
  if (isTrouble(answer)) return answer;
  const now = place.now?.() ?? new Date();
  if (isNotFound(answer)) {
    return untilTheyAgeOut(disclosure, now) ?? { outcome: "already-absent" };
  }
  const said = DeletedSchema.safeParse(answer.body);
  if (answer.status !== 200 || !said.success) {
    return { trouble: "unclear", why: `status ${answer.status} without what became of each file` };
  }
  const files = said.data.cdn_delete_results;
  const left = files.filter(({ exception }) => exception !== null).length;
  if (left > 0) {
    // Asked again it may find no request, and with it no file: the failure would be forgotten.
    return {
      trouble: "mismatch",
      why: `it answers 200, and ${left} of ${files.length} output files were not deleted`,
    };
  }
  const ageOut = files.length === 0 ? untilTheyAgeOut(disclosure, now) : undefined;
  return ageOut ?? { outcome: "accepted-unverified" };
}

/** With `X-Fal-Store-IO: 0` no payload names the files of the output: they go by their lifetime, and not by being asked. */
function untilTheyAgeOut({ agesOutAt }: Disclosure, now: Date): ProcessorAnswer | undefined {
  if (agesOutAt === undefined || Date.parse(agesOutAt) <= now.getTime()) return undefined;
  return { outcome: "ages-out-on", on: agesOutAt };
}

/**
 * Says whether the list of requests still shows what one stored. No page says what it shows of one that was deleted, nor
 * does it show files: so a payload that is seen is there, and one that is not seen proves nothing.
 *
 * @see https://fal.ai/docs/platform-apis/v1/models/requests/by-endpoint
 */
async function payloadsOf(
  place: ApiPlace,
  { reference, sentAt }: Disclosure,
  models: readonly string[],
): Promise<ProcessorSight | ProcessorTrouble> {
  const start = new Date(Date.parse(sentAt) - CLOCKS_APART_MS).toISOString();
  for (const model of models) {
    const answer = await callApi(place, {
      method: "GET",
      path: ["models", "requests", "by-endpoint"],
      query: { endpoint_id: model, request_id: reference, start, expand: "payloads" },
    });
    if (isTrouble(answer)) return answer;
    const seen = seenIn(answer, reference);
    if (seen) return seen;
  }
  return "cannot-look";
}

function seenIn({ status, body }: ApiAnswer, id: string): ProcessorSight | ProcessorTrouble | undefined {
  const listed = ListedSchema.safeParse(body);
  if (status !== 200 || !listed.success) {
    return { trouble: "unclear", why: `status ${status} without a list of requests` };
  }
  const { items } = listed.data;
  if (items.some(({ request_id }) => request_id !== id)) {
    return { trouble: "mismatch", why: "it lists another request than the one it was asked for" };
  }
  const isStored = items.some(({ json_input, json_output }) => (json_input ?? json_output ?? null) !== null);
  return isStored ? "still-there" : undefined;
}
