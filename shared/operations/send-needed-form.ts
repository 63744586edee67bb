import { canonicalJson, sha256Hex } from "../domain/canonical-json.ts";
import { tokenHashOf } from "../domain/rights/one-time-token.ts";
import type { Clock, FormQueue, FormToken, Tokens } from "./ports.ts";

const ID_DIGITS = 32;

export interface LookBehindFormPorts {
  readonly tokens: Pick<Tokens, "read">;
  readonly clock: Clock;
}

export interface SendNeededFormPorts extends LookBehindFormPorts {
  readonly tokens: Pick<Tokens, "read" | "use">;
  readonly forms: FormQueue;
}

/**
 * Returns which form a link leads to, and changes nothing.
 *
 * @param secret as it stood in the link; anything at all.
 * @returns undefined if it is none of ours, for something else, used or over.
 */
export async function lookBehindForm(
  { tokens, clock }: LookBehindFormPorts,
  secret: string,
): Promise<FormToken | undefined> {
  const hash = tokenHashOf(secret);
  const token = hash === undefined ? undefined : await tokens.read(hash);
  if (token?.purpose !== "form" || token.usedAt !== undefined) return undefined;
  return token.expiresAt > clock.now().toISOString() ? token : undefined;
}

/**
 * Puts what was written into a form where mail is taken from, and uses the link up after it: killed in between, it can be
 * sent once more. The same words have the same id, so that they are taken once; other words of the same moment are kept too.
 *
 * @returns false if the link is over.
 */
export async function sendNeededForm(
  ports: SendNeededFormPorts,
  secret: string,
  answers: readonly string[],
): Promise<boolean> {
  const [token, hash] = [await lookBehindForm(ports, secret), tokenHashOf(secret)];
  if (!token || hash === undefined) return false;
  const now = ports.clock.now();
  const { mailId, sender, language } = token;
  await ports.forms.send({
    schema: "lethe.needed-form/1",
    formId: `form-${sha256Hex(canonicalJson([hash, answers])).slice(0, ID_DIGITS)}`,
    receivedAt: now.toISOString(),
    ...{ mailId, sender, language, answers: [...answers] },
  });
  await ports.tokens.use(hash, now);
  return true;
}
