import { z } from "zod";
import type { Disclosure } from "../../../domain/processors/disclosure.ts";
import type { ProcessorAnswer, ProcessorConnector, ProcessorTrouble } from "../../../operations/ports.ts";
import { type ApiPlace, callApi, isTrouble } from "../../processor-calls/call-api.ts";
import { notAsked } from "../../processor-calls/not-asked.ts";
import { googleOauth } from "./processor.ts";

/** How the token behind a reference is read. */
export interface GoogleOauthOptions {
  /** Returns the refresh token, or an access token, that the reference stands for; undefined if it is not kept any more. */
  readonly secretOf: (reference: string) => Promise<string | undefined>;
}

const ErrorSchema = z.looseObject({ error: z.string() });
/** What else a person can do: https://support.google.com/accounts/answer/13533235 */
const BY_THE_PERSON = "The person removes the access of this service in their Google account.";

/**
 * Returns Google's sign-in as it is asked: below its address, https://oauth2.googleapis.com, and without a key, since the
 * token itself says who asks. A token is a secret, which a disclosure record must not hold: the record's reference is a name
 * of ours for the grant, and `secretOf` reads the token behind it. Revoking a refresh token ends the grant and deletes
 * nothing at Google.
 */
export function googleOauthConnector(
  place: Omit<ApiPlace, "authorization">,
  { secretOf }: GoogleOauthOptions,
): ProcessorConnector {
  return {
    processor: googleOauth.id,

    prevent: () => ({
      headers: {},
      body: {},
      stillKept: "Google learns that the person signs in, and keeps the grant until it is revoked.",
    }),

    async requestDeletion(disclosure) {
      if (disclosure.kind !== "grant") return notAsked(`Google's sign-in has no ${disclosure.kind}.`);
      return revoke(place, disclosure, secretOf);
    },

    readStatus: async () => notAsked("Google names no job that could be asked about."),

    // Tokens are shown by tokeninfo, but only access tokens, and by an address with the token in it: nobody looks so.
    verify: async () => "cannot-look",
  };
}

/** https://developers.google.com/identity/protocols/oauth2/web-server#tokenrevoke; in a form, for addresses are logged. */
async function revoke(
  place: Omit<ApiPlace, "authorization">,
  { reference }: Disclosure,
  secretOf: GoogleOauthOptions["secretOf"],
): Promise<ProcessorAnswer | ProcessorTrouble> {
  const token = await secretOf(reference);
  if (token === undefined) return { outcome: "not-possible", instead: BY_THE_PERSON };
  const answer = await callApi(
    { ...place, authorization: async () => ({}) },
    { method: "POST", path: ["revoke"], body: new URLSearchParams({ token }) },
  );
  if (isTrouble(answer)) return answer;
  // "might take some time before the revocation has full effect".
  if (answer.status === 200) return { outcome: "accepted-unverified" };
  const said = ErrorSchema.safeParse(answer.body);
  if (answer.status === 400 && said.success && said.data.error === "invalid_token") {
    return { outcome: "already-absent" };
  }
  return { trouble: "unclear", why: `status ${answer.status} without the word that the token is invalid` };
}
