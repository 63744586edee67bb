import { sha256Hex } from "../domain/canonical-json.ts";
import { letterFor } from "../domain/letters/letter-for.ts";
import { type DeadlineExtension, extendDeadline } from "../domain/rights/extend-deadline.ts";
import {
  type Replying,
  type ReplyPorts,
  type ReplyRefusal,
  type ReplyToSend,
  replyByLetter,
} from "./reply-by-letter.ts";
import type { RightsService } from "./rights-service.ts";
import { keepDateOfTasks } from "./watch-due-dates.ts";
import { inEveryLetter } from "./write-to.ts";

/** Why an answer takes longer. */
export interface ExtensionByLetter extends Pick<ReplyToSend, "rightsRequestId" | "by" | "reference"> {
  readonly reason: string;
}

const WHY: Readonly<Record<Extract<DeadlineExtension, { extended: false }>["because"], ReplyRefusal>> = {
  "no-reason": "extension-no-rule",
  "nothing-owed": "ended-already",
  "too-late": "extension-too-late",
  "extended-already": "extended-already",
  "no-rule": "extension-no-rule",
};

/**
 * Puts the answer to a request off to the last date that its rules allow, and tells the new one: without the letter the
 * old date stands.
 *
 * The watch needs no word of it: it reads the dates anew each time, and comes earlier than the new ones ask for.
 */
export async function extendByLetter(
  ports: ReplyPorts,
  service: RightsService,
  { reason, ...asked }: ExtensionByLetter,
): Promise<Replying> {
  const reply = { ...asked, letter: "extended", saysSha256: sha256Hex(reason) } as const;
  const replying = await replyByLetter(ports, service, reply, (request, at) => {
    const extension = extendDeadline(request, { reason, now: at });
    if (!extension.extended) return { ready: false, because: WHY[extension.because] };
    const values = { ...inEveryLetter(service, request), ...extension.notice };
    return {
      ready: true,
      words: async () => letterFor("extended", request.language, values),
      afterwards: (current) => {
        const now = extendDeadline(current, { reason, now: at });
        return now.extended ? now.request : current;
      },
    };
  });
  if (replying.replied) await keepDateOfTasks(ports, service, replying.request);
  return replying;
}
