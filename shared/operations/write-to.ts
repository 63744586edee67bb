import { letterFor } from "../domain/letters/letter-for.ts";
import type { LetterName, LetterValues } from "../domain/letters/letter-values.ts";
import type { RightsRequest } from "../domain/rights/rights-request.ts";
import type { Clock, Correspondence, Letters } from "./ports.ts";
import type { RightsService } from "./rights-service.ts";

/** Within requests: an acknowledgement, a link, an end, and some of each again. More is a loop. */
const LETTERS_A_DAY_MAX = 6;

export interface WriteToPorts {
  readonly letters: Letters;
  readonly correspondence: Pick<Correspondence, "mayWrite" | "isUndeliverable">;
  readonly clock: Clock;
}

/** One letter about a rights request, to one address. */
export interface LetterToWrite<Name extends LetterName> {
  readonly letter: Name;
  readonly values: LetterValues[Name];
  readonly to: string;
  readonly addressRef: string;
  readonly request: Pick<RightsRequest, "language" | "thread" | "rightsRequestId">;
  /** Stands in the thread of the mail that asked; only to whoever wrote it. */
  readonly inThread: boolean;
}

/**
 * Writes a letter, unless mail to the address comes back, or a loop has written it too many today.
 *
 * @returns whether it was sent.
 */
export async function writeTo<Name extends LetterName>(
  { letters, correspondence, clock }: WriteToPorts,
  { letter, values, to, addressRef, request, inThread }: LetterToWrite<Name>,
): Promise<boolean> {
  if (await correspondence.isUndeliverable(addressRef)) return false;
  if (!(await correspondence.mayWrite(addressRef, LETTERS_A_DAY_MAX, clock.now()))) return false;
  const text = letterFor(letter, request.language, values);
  const { rightsRequestId, thread } = request;
  const answers = inThread && thread ? { answers: thread } : {};
  await letters.send({ to, ...text, ...answers, about: { letter, rightsRequestId } });
  return true;
}

/** Returns what every letter about a request says: whose it is, where to write, and its number. */
export function inEveryLetter(
  { policy }: Pick<RightsService, "policy">,
  { rightsRequestId }: Pick<RightsRequest, "rightsRequestId">,
): { readonly service: string; readonly contact: string; readonly number: string } {
  const { name, contact } = policy.service;
  return { service: name, contact, number: rightsRequestId };
}
