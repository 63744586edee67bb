import type { StandInAnswer, StandInCall, StandInRoute } from "./stand-in.ts";

/** What a test or the demo puts into the stand-in, as if people had signed in. */
export interface GoogleOauthContent {
  /** Tokens that are in force. */
  readonly tokens: Set<string>;
}

export function emptyGoogleOauth(): GoogleOauthContent {
  return { tokens: new Set() };
}

/**
 * The revocation of Google's sign-in as its page describes it. The page shows the token in the address; that is refused
 * here, as is a key of ours, which is nothing to Google: both would end up in logs.
 */
export function googleOauthRoutes(content: GoogleOauthContent): readonly StandInRoute[] {
  return [{ method: "POST", path: "/revoke", body: ["token"], answer: (call) => revoked(content, call) }];
}

function revoked({ tokens }: GoogleOauthContent, { body, headers, lies }: StandInCall): StandInAnswer {
  const isForm = headers["content-type"]?.startsWith("application/x-www-form-urlencoded") === true;
  if (!isForm || headers.authorization !== undefined || !isToken(body)) {
    return { status: 400, body: { error: "invalid_request" } };
  }
  if (!tokens.has(body.token)) {
    return { status: 400, body: { error: "invalid_token", error_description: "Token expired or revoked" } };
  }
  if (!lies) tokens.delete(body.token);
  return { status: 200, body: {} };
}

function isToken(body: unknown): body is { readonly token: string } {
  return typeof body === "object" && body !== null && "token" in body && typeof body.token === "string";
}
