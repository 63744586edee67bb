import type { ProcessorFacts } from "../../../domain/policy/processor.ts";

/**
 * Sign-in with a Google account: the profile comes from Google, and Google learns that somebody signs in. Revoking
 * the grant ends our access and deletes nothing there.
 */
export const googleOauth = {
  id: "google-oauth",
  name: "Google sign-in",
  role: "sign-in",
  // Where it processes was not read: a policy that uses it says what is known.
  policyUrl: "https://developers.google.com/identity/protocols/oauth2/web-server",
  // The grant stays until it is revoked; the account with Google is the person's own.
  retention: { kept: "until-deleted" },
  // POST https://oauth2.googleapis.com/revoke; 400 invalid_token means that it was revoked before (facts §6).
  deletion: ["by-api"],
  gap: "Revoking deletes no data at Google, and may take some time to have full effect.",
  training: {
    trains: "unknown",
    statement: "Its pages on training were not read.",
  },
  readOn: "2026-11-22",
} satisfies ProcessorFacts;
