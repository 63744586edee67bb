import { z } from "zod";
import type { Disclosure } from "../../../domain/processors/disclosure.ts";
import type { ProcessorAnswer, ProcessorTrouble } from "../../../operations/ports.ts";
import { type ApiPlace, callApi, isTrouble } from "../../processor-calls/call-api.ts";
import { notAsked } from "../../processor-calls/not-asked.ts";
import { plainAddress } from "../../processor-calls/plain-address.ts";
import { isNotFound } from "./not-found.ts";

/** What is applied, which need not be what was sent: https://fal.ai/docs/platform-apis/v1/storage/files/acl/set */
const AppliedSchema = z.looseObject({ default: z.string(), rules: z.array(z.unknown()) });

const CLOSED =
  "Its access list hides it from everybody but the account since we asked; the file itself stays, for fal.ai has no call that deletes it.";
const NOT_CLOSED =
  "fal.ai did not take an access list for it, as for files that are not on its CDN of version 3: whoever has the link may read it until its lifetime ends, if it has one.";

/**
 * Closes a file that was uploaded for a request, since no call deletes it: "Input CDN files are not deleted". Hidden from
 * everybody it goes by the lifetime that was set when it was sent, or stays.
 *
 * @see https://fal.ai/docs/platform-apis/v1/models/requests/payloads
 */
export async function closeInputFile(
  place: ApiPlace,
  { reference, agesOutAt }: Disclosure,
): Promise<ProcessorAnswer | ProcessorTrouble> {
  // Without a query, as the API asks for it.
  if (plainAddress(reference)?.search !== "") return notAsked("The record names no file of fal.ai.");
  const answer = await callApi(place, {
    method: "PUT",
    path: ["storage", "files", "acl"],
    query: { url: reference },
    body: { default: "hide" },
  });
  if (isTrouble(answer)) return answer;
  if (isNotFound(answer)) return { outcome: "already-absent" };
  const applied = AppliedSchema.safeParse(answer.body);
  const isClosed =
    answer.status === 200 &&
    applied.success &&
    applied.data.default === "hide" &&
    applied.data.rules.length === 0;
  if (answer.status === 200 && !isClosed) {
    return {
      trouble: "unclear",
      why: "status 200, and the access list that it says is applied lets somebody in",
    };
  }
  // Closed or not, it is gone then.
  if (agesOutAt !== undefined) return { outcome: "ages-out-on", on: agesOutAt };
  return { outcome: "not-possible", instead: isClosed ? CLOSED : NOT_CLOSED };
}
