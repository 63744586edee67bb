import { isDeepStrictEqual } from "node:util";
import type { Asked, Intent } from "../../shared/domain/mail/intent.ts";
import type { Expected, Message } from "./message.ts";

/** A message that was said to ask for what it does not ask for: an answer without a person would be wrong. */
export interface Wrong {
  readonly id: string;
  readonly said: Asked;
  readonly expected: Expected;
}

export interface Score {
  /** How many clear requests were recognised as what they are. */
  readonly recognised: number;
  /** How many of the messages are clear requests. */
  readonly clearCount: number;
  readonly wrong: readonly Wrong[];
}

/**
 * Returns how well requests are recognised. A clear request that goes to a person lowers `recognised` and is not
 * wrong; anything said to be clear that is not what the message asks for is.
 */
export function scoreOf(
  messages: readonly Message[],
  recognise: (message: Pick<Message, "subject" | "text" | "hasQuotation">) => Intent,
): Score {
  const said = messages.map(({ id, expected, ...mail }) => ({ id, expected, intent: recognise(mail) }));
  return {
    recognised: said.filter(({ intent, expected }) => isRight(intent, expected)).length,
    clearCount: messages.filter(({ expected }) => expected.clear).length,
    wrong: said.flatMap(({ id, expected, intent }) =>
      intent.clear && !isRight(intent, expected) ? [{ id, said: intent.asked, expected }] : [],
    ),
  };
}

function isRight(intent: Intent, expected: Expected): boolean {
  return intent.clear && expected.clear && isDeepStrictEqual(intent.asked, expected.asked);
}
