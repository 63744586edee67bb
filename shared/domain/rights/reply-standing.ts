import { REFUSAL_GROUNDS, type RefusalGround } from "../requests/refusal-ground.ts";
import type { Reply } from "./reply.ts";
import type { RightsRequest } from "./rights-request.ts";

/** Longer than the function that sends may run: whoever began earlier than that has died. */
export const SENDING_MS_MAX = 60_000;

/** How a request stands to a letter that is to be sent. */
export type ReplyStanding =
  /** This very letter was sent. */
  | "sent"
  /** Somebody sends one at this moment, or died at it. */
  | "in-hand"
  | "to-send";

/** Returns whether a letter was sent already, or is being sent. */
export function replyStanding(
  { replies = [] }: Pick<RightsRequest, "replies">,
  { letter, saysSha256 }: Pick<Reply, "letter" | "saysSha256">,
  now: Date,
): ReplyStanding {
  const same = replies.find((reply) => reply.letter === letter && reply.saysSha256 === saysSha256);
  if (same?.sentAt !== undefined) return "sent";
  const since = new Date(now.getTime() - SENDING_MS_MAX).toISOString();
  const isInHand = replies.some(({ sentAt, begunAt }) => sentAt === undefined && begunAt > since);
  return isInHand ? "in-hand" : "to-send";
}

/** Returns a request with a letter as it stands now, in the place of one of its kind. */
export function withReply(request: RightsRequest, reply: Reply): RightsRequest {
  return { ...request, replies: [...otherReplies(request, reply.letter), reply] };
}

/** Returns a request without a letter of which it is certain that it was not sent. */
export function withoutReply(request: RightsRequest, { letter }: Pick<Reply, "letter">): RightsRequest {
  return { ...request, replies: otherReplies(request, letter) };
}

function otherReplies({ replies = [] }: RightsRequest, letter: Reply["letter"]): Reply[] {
  return replies.filter((other) => other.letter !== letter);
}

/** Grounds of any right (Art. 12); the others are exceptions from the right to erasure alone (Art. 17). */
const OF_ANY_RIGHT: readonly RefusalGround[] = ["identity-not-proved", "unfounded-or-excessive"];

/** Returns the grounds on which a right may be refused. */
export function groundsFor(right: RightsRequest["right"]): readonly RefusalGround[] {
  return right === "erasure" ? REFUSAL_GROUNDS : OF_ANY_RIGHT;
}
