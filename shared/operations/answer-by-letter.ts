import { sha256Hex } from "../domain/canonical-json.ts";
import { letterFor } from "../domain/letters/letter-for.ts";
import type { LetterText } from "../domain/letters/letter-values.ts";
import { endedNow, statusShownUntil } from "../domain/rights/record-of-request.ts";
import { hasEnded, type RightsRequest } from "../domain/rights/rights-request.ts";
import { makeLink } from "./make-link.ts";
import {
  type Replying,
  type ReplyPorts,
  type ReplyRefusal,
  type ReplyToSend,
  replyByLetter,
} from "./reply-by-letter.ts";
import type { RightsService } from "./rights-service.ts";
import { inEveryLetter } from "./write-to.ts";

/** An answer, in the words of the person who gives it. */
export interface AnswerByLetter extends Pick<ReplyToSend, "rightsRequestId" | "by" | "reference"> {
  readonly text: string;
}

/** Sends the answer to a request in the frame of its language, and ends the request. */
export function answerByLetter(
  ports: ReplyPorts,
  service: RightsService,
  { text, ...asked }: AnswerByLetter,
): Promise<Replying> {
  const reply = { ...asked, letter: "answer-by-person", saysSha256: sha256Hex(text) } as const;
  return replyByLetter(ports, service, reply, (request, at) => {
    const because = notForPeople(request) ?? notProvedYet(request);
    if (because) return { ready: false, because };
    const ended = endedNow(service.policy, at);
    return {
      ready: true,
      words: () => words(ports, service, request, text),
      afterwards: (current) => ({
        ...withNothingOwed(current, ended.at),
        standing: { state: "answered", ...ended },
      }),
    };
  });
}

async function words(
  ports: ReplyPorts,
  service: RightsService,
  request: RightsRequest,
  text: string,
): Promise<LetterText> {
  const { rightsRequestId, provedBy, language } = request;
  const expiresAt = statusShownUntil(service.policy, ports.clock.now());
  const status = { purpose: "status", rightsRequestId, expiresAt } as const;
  // Only who has proved it sees more than that it came in.
  const token = provedBy === undefined ? status : ({ ...status, isOfOwner: true } as const);
  const statusLink = await makeLink(ports, service, token);
  return letterFor("answer-by-person", language, { ...inEveryLetter(service, request), text, statusLink });
}

/** What has ended is over, and what erasures carry on is told by their letters. */
export function notForPeople(request: RightsRequest): ReplyRefusal | undefined {
  if (hasEnded(request)) return "ended-already";
  return request.standing.state === "erasing" ? "carried-on-by-an-erasure" : undefined;
}

/** Nothing is told to whoever may yet prove that an account is theirs, and may not. */
function notProvedYet({ standing }: RightsRequest): ReplyRefusal | undefined {
  return standing.state === "waiting-for-proof" ? "waits-for-proof" : undefined;
}

/** Returns a request of which all is done by now. */
export function withNothingOwed(request: RightsRequest, at: string): RightsRequest {
  const dueDates = request.dueDates.map((date) => ({ ...date, doneAt: date.doneAt ?? at }));
  return { ...request, dueDates };
}
