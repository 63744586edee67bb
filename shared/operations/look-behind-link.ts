import { tokenHashOf } from "../domain/rights/one-time-token.ts";
import type { RightsRequest } from "../domain/rights/rights-request.ts";
import type { Clock, RequestToken, RightsRegister, Tokens } from "./ports.ts";

export interface LookBehindLinkPorts {
  readonly tokens: Pick<Tokens, "read">;
  readonly rights: Pick<RightsRegister, "read">;
  readonly clock: Clock;
}

/** What a link leads to. */
export interface BehindLink {
  readonly token: RequestToken & { readonly usedAt?: string };
  readonly request: RightsRequest;
}

/**
 * Returns what a link leads to, and changes nothing: programs that look at mail open every link in it.
 *
 * @param secret as it stood in the link; anything at all.
 * @returns undefined if it is none of ours, for something else, over, or about what is no more on record.
 */
export async function lookBehindLink(
  { tokens, rights, clock }: LookBehindLinkPorts,
  purpose: RequestToken["purpose"],
  secret: string,
): Promise<BehindLink | undefined> {
  const hash = tokenHashOf(secret);
  const token = hash === undefined ? undefined : await tokens.read(hash);
  if (!token || token.purpose === "form" || token.purpose !== purpose) return undefined;
  if (token.expiresAt <= clock.now().toISOString()) return undefined;
  const request = await rights.read(token.rightsRequestId);
  return request && { token, request };
}
