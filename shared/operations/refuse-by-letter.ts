import { canonicalJson, sha256Hex } from "../domain/canonical-json.ts";
import { letterFor } from "../domain/letters/letter-for.ts";
import type { RefusalGround } from "../domain/requests/refusal-ground.ts";
import { endedNow } from "../domain/rights/record-of-request.ts";
import { groundsFor } from "../domain/rights/reply-standing.ts";
import type { RightsRequest } from "../domain/rights/rights-request.ts";
import { notForPeople, withNothingOwed } from "./answer-by-letter.ts";
import {
  type Replying,
  type ReplyPorts,
  type ReplyRefusal,
  type ReplyToSend,
  replyByLetter,
} from "./reply-by-letter.ts";
import type { RightsService } from "./rights-service.ts";
import { inEveryLetter } from "./write-to.ts";

/** Why a request is refused. */
export interface RefusalByLetter extends Pick<ReplyToSend, "rightsRequestId" | "by" | "reference"> {
  readonly reason: string;
  /** Absent where the law names none. */
  readonly ground?: RefusalGround;
}

/**
 * Refuses a request, tells why, and where the person may complain.
 *
 * @see GDPR Art. 12(4): without delay, within a month of receipt at the latest.
 */
export function refuseByLetter(
  ports: ReplyPorts,
  service: RightsService,
  { reason, ground, ...asked }: RefusalByLetter,
): Promise<Replying> {
  const grounded = ground === undefined ? {} : { ground };
  const saysSha256 = sha256Hex(canonicalJson({ reason, ...grounded }));
  const reply = { ...asked, letter: "refused", saysSha256 } as const;
  return replyByLetter(ports, service, reply, (request, at) => {
    const because = notForPeople(request) ?? wrongGround(request, ground);
    if (because) return { ready: false, because };
    const { language } = request;
    const values = { ...inEveryLetter(service, request), reason, ...grounded };
    const ended = endedNow(service.policy, at);
    return {
      ready: true,
      words: async () => letterFor("refused", language, values),
      afterwards: (current) => ({
        ...withNothingOwed(current, ended.at),
        standing: { state: "refused", ...ended, ...grounded },
      }),
    };
  });
}

/** The law lists on which grounds an erasure is refused; those that it gives for erasure alone fit no other right. */
function wrongGround({ right }: RightsRequest, ground: RefusalGround | undefined): ReplyRefusal | undefined {
  if (ground === undefined) return right === "erasure" ? "ground-missing" : undefined;
  return groundsFor(right).includes(ground) ? undefined : "ground-not-of-this-right";
}
