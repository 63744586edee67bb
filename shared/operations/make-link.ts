import { linkTo } from "../domain/rights/link.ts";
import { newTokenSecret, TOKEN_RANDOM_BYTES } from "../domain/rights/one-time-token.ts";
import type { Token, Tokens } from "./ports.ts";
import type { RightsService } from "./rights-service.ts";

export interface MakeLinkPorts {
  readonly tokens: Pick<Tokens, "put">;
  /** Returns this many random bytes. */
  readonly random: (bytes: number) => Uint8Array;
}

/** Returns a link whose secret only its reader knows: what is kept is the digest of it. */
export async function makeLink(
  ports: MakeLinkPorts,
  { pagesUrl }: Pick<RightsService, "pagesUrl">,
  token: Token,
): Promise<string> {
  return linkTo(pagesUrl, token.purpose, await makeSecret(ports, token));
}

/** Returns the secret of a link, for a page that says by itself where it leads. */
export async function makeSecret({ tokens, random }: MakeLinkPorts, token: Token): Promise<string> {
  const { secret, hash } = newTokenSecret(random(TOKEN_RANDOM_BYTES));
  await tokens.put(hash, token);
  return secret;
}
