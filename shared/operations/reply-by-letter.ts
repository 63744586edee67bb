import type { LetterText } from "../domain/letters/letter-values.ts";
import type { Actor } from "../domain/requests/erasure-request.ts";
import { addressReference } from "../domain/rights/address-reference.ts";
import type { Reply } from "../domain/rights/reply.ts";
import {
  type ReplyStanding,
  replyStanding,
  withoutReply,
  withReply,
} from "../domain/rights/reply-standing.ts";
import { hasEnded, type RightsRequest } from "../domain/rights/rights-request.ts";
import { changeRightsRequest } from "./change-rights-request.ts";
import { callForLetter, closeTasksOf } from "./letter-tasks.ts";
import type { MakeLinkPorts } from "./make-link.ts";
import type {
  Accounts,
  Clock,
  Correspondence,
  Letters,
  RightsRegister,
  SubjectKeys,
  Tasks,
} from "./ports.ts";
import type { RightsService } from "./rights-service.ts";

export interface ReplyPorts extends MakeLinkPorts {
  readonly rights: Pick<RightsRegister, "read" | "update">;
  readonly letters: Letters;
  readonly correspondence: Pick<Correspondence, "isUndeliverable">;
  readonly accounts: Pick<Accounts, "addressOf">;
  readonly subjectKeys: SubjectKeys;
  readonly tasks: Tasks;
  readonly clock: Clock;
}

/** Why nothing was written; a letter that could not be sent is a task besides. */
export type ReplyRefusal =
  | "no-such-request"
  | "ended-already"
  | "carried-on-by-an-erasure"
  | "waits-for-proof"
  | "ground-missing"
  | "ground-not-of-this-right"
  | "extended-already"
  | "extension-too-late"
  | "extension-no-rule"
  | "in-hand"
  | "letter-not-sent";

/** How it ended; a refusal changes nothing that the person would see. */
export type Replying =
  | { readonly replied: true; readonly request: RightsRequest }
  | { readonly replied: false; readonly because: ReplyRefusal };

/** Which letter a member of staff sends about which request. */
export interface ReplyToSend {
  readonly rightsRequestId: string;
  readonly by: Extract<Actor, { kind: "staff" }>;
  readonly letter: Reply["letter"];
  /** Digest of all it says. */
  readonly saysSha256: string;
  /** Where it is written down what was done, for the tasks that it closes. */
  readonly reference: string;
}

/** What is special about one letter. */
export type PreparedReply =
  | { readonly ready: false; readonly because: ReplyRefusal }
  | {
      readonly ready: true;
      readonly words: () => Promise<LetterText>;
      /** Returns a request as it stands once the letter is on its way. */
      readonly afterwards: (current: RightsRequest) => RightsRequest;
    };

/** Says whether a letter may be sent as a request stands at a moment, and what it is. */
export type PrepareReply = (request: RightsRequest, at: Date) => PreparedReply;

/**
 * Sends a letter that a person wrote about a request, and writes on the request what it does: once, however often and by
 * how many it is called. Whoever sends says so first, so that two at once do not both send.
 *
 * Killed between the sending and the note of it, the same call sends once more when {@link SENDING_MS_MAX} have passed:
 * nothing says whether SES had taken it, and the other order could lose it.
 */
export async function replyByLetter(
  ports: ReplyPorts,
  service: RightsService,
  reply: ReplyToSend,
  prepare: PrepareReply,
): Promise<Replying> {
  const begun = await begin(ports, reply, prepare);
  if ("because" in begun) return { replied: false, because: begun.because };
  if (!("note" in begun)) return finish(ports, service, reply, begun.request);
  const { request, note, prepared } = begun;
  if (!(await send(ports, service, { request, letter: reply.letter, words: prepared.words }))) {
    await changeRightsRequest(ports.rights, reply.rightsRequestId, (current) => withoutReply(current, note));
    return { replied: false, because: "letter-not-sent" };
  }
  const sentAt = ports.clock.now().toISOString();
  const afterSending = (current: RightsRequest) => {
    const noted = withReply(current, { ...note, sentAt });
    return hasEnded(current) ? noted : prepared.afterwards(noted);
  };
  // Without another look first: the shorter it takes, the less can come in between.
  const replied =
    (await ports.rights.update(afterSending(request))) ??
    (await changeRightsRequest(ports.rights, reply.rightsRequestId, afterSending));
  return finish(ports, service, reply, replied);
}

/** SES did not take a letter; a task says so, and the request stands as it stood. */
export class LetterNotTaken extends Error {
  override readonly name = "LetterNotTaken";
}

type Begun =
  | { readonly because: ReplyRefusal }
  /** It was sent before. */
  | { readonly request: RightsRequest }
  | {
      readonly request: RightsRequest;
      readonly note: Reply;
      readonly prepared: Extract<PreparedReply, { readonly ready: true }>;
    };

/** Says that a letter is being sent, unless it was, is by somebody else, or may not be. */
async function begin(
  { rights, clock }: ReplyPorts,
  reply: ReplyToSend,
  prepare: PrepareReply,
): Promise<Begun> {
  const { rightsRequestId, letter, saysSha256, by } = reply;
  const now = clock.now();
  const note = { letter, saysSha256, by: by.name, begunAt: now.toISOString() };
  if (!(await rights.read(rightsRequestId))) return { because: "no-such-request" };
  let standing: ReplyStanding = "to-send";
  let prepared: PreparedReply | undefined;
  const request = await changeRightsRequest(rights, rightsRequestId, (current) => {
    standing = replyStanding(current, reply, now);
    prepared = prepare(current, now);
    return standing === "to-send" && prepared.ready ? withReply(current, note) : undefined;
  });
  return begunAs({ request, note, standing, prepared });
}

function begunAs(looked: {
  readonly request: RightsRequest;
  readonly note: Reply;
  readonly standing: ReplyStanding;
  readonly prepared: PreparedReply | undefined;
}): Begun {
  const { request, note, standing, prepared } = looked;
  if (standing === "sent") return { request };
  if (!prepared?.ready) return { because: prepared?.because ?? "no-such-request" };
  return standing === "to-send" ? { request, note, prepared } : { because: standing };
}

interface LetterInHand extends Pick<ReplyToSend, "letter"> {
  readonly request: RightsRequest;
  readonly words: () => Promise<LetterText>;
}

/** Returns false if there is nowhere to send it, for which a task stands then. */
async function send(
  ports: ReplyPorts,
  service: RightsService,
  { request, letter, words }: LetterInHand,
): Promise<boolean> {
  const to = await recipientOf(ports, service, request);
  if (to === undefined) {
    await callForLetter(ports, service, request, "no mail can be sent to their address");
    return false;
  }
  const { thread, rightsRequestId } = request;
  const answers = to.isWriter && thread ? { answers: thread } : {};
  const about = { letter, rightsRequestId };
  try {
    await ports.letters.send({ to: to.address, ...(await words()), ...answers, about });
  } catch (cause) {
    await callForLetter(ports, service, request, "the mail service did not take the letter");
    // It may have been taken all the same, so it stays in hand for a minute.
    throw new LetterNotTaken(`The letter about ${rightsRequestId} was not taken.`, { cause });
  }
  return true;
}

/**
 * Letters go to whoever wrote; where another mailbox proved that the account is theirs, there and out of the thread, for
 * of that one the writer learns nothing. Undefined if mail comes back from it, or there is none.
 */
async function recipientOf(
  { accounts, correspondence, subjectKeys }: ReplyPorts,
  { service }: Pick<RightsService, "service">,
  { address, addressRef, provedBy, subjectId }: RightsRequest,
): Promise<{ readonly address: string; readonly isWriter: boolean } | undefined> {
  const isWriter = provedBy !== "another";
  const to = isWriter ? address : subjectId && (await accounts.addressOf(subjectId));
  if (to === undefined) return undefined;
  const reference = isWriter ? addressRef : addressReference(await subjectKeys.current(), service, to);
  return (await correspondence.isUndeliverable(reference)) ? undefined : { address: to, isWriter };
}

/** After the note: killed in between, whoever asks again closes them, or the watch does. */
async function finish(
  ports: ReplyPorts,
  { policy }: Pick<RightsService, "policy">,
  { by, letter, saysSha256, reference }: ReplyToSend,
  request: RightsRequest,
): Promise<Replying> {
  const evidence = { what: `The letter ${letter} was sent.`, sha256: saysSha256, reference };
  await closeTasksOf(ports, request, { by, evidence, policy });
  return { replied: true, request };
}
