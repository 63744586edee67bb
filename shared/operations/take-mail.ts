import { sha256Hex } from "../domain/canonical-json.ts";
import { recogniseIntent } from "../domain/mail/intent/recognise-intent.ts";
import { intentText } from "../domain/mail/intent-text.ts";
import type { MailAsRead, MailReading } from "../domain/mail/mail-as-read.ts";
import { decideMail, type LookReason, type MailDecision } from "../domain/mail/mail-decision.ts";
import { personLooks } from "../domain/mail/mail-outcome.ts";
import { messageReference } from "../domain/mail/message-reference.ts";
import type { Verdicts } from "../domain/mail/verdicts.ts";
import { ownRecordEndsAt } from "../domain/policy/own-record-days.ts";
import { type ActOnMessagePorts, actOnMessage } from "./act-on-message.ts";
import { attachReply } from "./attach-reply.ts";
import { letAPersonLook } from "./let-a-person-look.ts";
import type { Clock, MailRecords, Tasks } from "./ports.ts";
import { type ReadStoredMailPorts, readStoredMail } from "./read-stored-mail.ts";
import type { RightsService } from "./rights-service.ts";
import { thirdPartyMailOf } from "./third-party-mail.ts";

/** A mail that was stored, and what the server that took it found. */
export interface MailArrival {
  /** The id that the server gave it. */
  readonly mailId: string;
  readonly key: string;
  /** ISO 8601 UTC; every deadline counts from it. */
  readonly receivedAt: string;
  /** The same by the server's own clock, which dates that others wrote are compared with: time may be scaled here. */
  readonly arrivedAt?: string;
  readonly verdicts: Verdicts;
  /** Who a bounce would go to; absent if that is nobody, or not known. */
  readonly envelopeFrom?: string;
  /** Which of our addresses it was for. */
  readonly recipients: readonly string[];
}

const UNREADABLE: MailReading = { read: false, why: "unparsable" };

export interface TakeMailPorts extends ActOnMessagePorts, ReadStoredMailPorts {
  readonly mailRecords: MailRecords;
  readonly tasks: Tasks;
  readonly clock: Clock;
}

/** What became of a mail: kept on its record. */
interface Outcome {
  readonly outcome: string;
  readonly rightsRequestId?: string;
}

/**
 * Takes a mail in: once, however often it is told of. What it asks for is begun, a person gets a task where that is not
 * certain, and the record of it is written last: killed before, the next delivery does all of it again, and each part of
 * it may be done twice.
 */
export async function takeMail(
  ports: TakeMailPorts,
  service: RightsService,
  arrival: MailArrival,
): Promise<void> {
  if (await ports.mailRecords.read(arrival.mailId)) return;
  // Aged out, or never written: whoever sent it may write again, and a person says so.
  const reading = (await readStoredMail(ports, arrival.key)) ?? UNREADABLE;
  const intent = reading.read ? recogniseIntent(reading.mail) : undefined;
  const thirdParty = reading.read ? await thirdPartyMailOf(ports, service.policy, reading.mail) : undefined;
  const decision = decideMail({
    verdicts: arrival.verdicts,
    reading,
    ...(arrival.arrivedAt === undefined ? {} : { arrivedAt: arrival.arrivedAt }),
    ...(intent === undefined ? {} : { intent }),
    ...(thirdParty === undefined ? {} : { thirdParty }),
  });
  const became = await carryOut(ports, service, { arrival, reading, decision });
  await ports.mailRecords.putOnce({
    schema: "lethe.mail/1",
    mailId: arrival.mailId,
    key: arrival.key,
    receivedAt: arrival.receivedAt,
    ...became,
    verdicts: arrival.verdicts,
    ...(intent === undefined ? {} : { recognised: intentText(intent) }),
    expiresAtEpochSeconds: ownRecordEndsAt(service.policy, "raw-mail", new Date(arrival.receivedAt)),
  });
}

interface MailInHand {
  readonly arrival: MailArrival;
  readonly reading: MailReading;
  readonly decision: MailDecision;
}

async function carryOut(
  ports: TakeMailPorts,
  service: RightsService,
  { arrival, reading, decision }: MailInHand,
): Promise<Outcome> {
  const toPerson = async (why: LookReason): Promise<Outcome> => {
    await letAPersonLook(ports, service, arrival, why);
    return { outcome: personLooks(why) };
  };
  switch (decision.do) {
    case "nothing":
      return { outcome: `nothing: ${decision.why}` };
    case "let-a-person-look":
      return toPerson(decision.why);
    case "attach": {
      if (!reading.read) return toPerson(reading.why);
      const { sender } = reading.mail;
      const address = sender.kind === "mailbox" ? sender.address : "";
      if (!(await isFirst(ports, service, arrival, address, reading.mail)))
        return { outcome: "nothing: came-before" };
      return (await attached(ports, arrival, decision)) ?? toPerson("answer-not-taken");
    }
    case "act": {
      if (!reading.read) return toPerson(reading.why);
      const { mail } = reading;
      if (!(await isFirst(ports, service, arrival, decision.address, mail)))
        return { outcome: "nothing: came-before" };
      const acted = await actOnMessage(ports, service, {
        source: arrival.mailId,
        channel: "mail",
        receivedAt: arrival.receivedAt,
        address: decision.address,
        language: decision.language,
        asked: decision.asked,
        text: mail.text,
        ...(mail.messageId === undefined
          ? {}
          : { thread: { messageId: mail.messageId, references: [...mail.references] } }),
      });
      if (!acted.taken) return toPerson("right-not-offered");
      return { outcome: acted.outcome, rightsRequestId: acted.rightsRequestId };
    }
  }
}

/** Undefined if one of the tasks that it answers takes no answer any more. */
async function attached(
  { tasks, mails }: Pick<TakeMailPorts, "tasks" | "mails">,
  { mailId, key, receivedAt }: MailArrival,
  { taskIds, by }: Extract<MailDecision, { readonly do: "attach" }>,
): Promise<Outcome | undefined> {
  const sha256 = sha256Hex(await mails.read(key));
  let isTaken = true;
  for (const taskId of taskIds) {
    isTaken = (await attachReply(tasks, taskId, { mailId, sha256, receivedAt, by })) && isTaken;
  }
  return isTaken ? { outcome: `answer: attached to ${taskIds.join(", ")}` } : undefined;
}

/** Whoever has a signed mail can send it again, and it passes again. */
async function isFirst(
  { mailRecords, subjectKeys, clock }: Pick<TakeMailPorts, "mailRecords" | "subjectKeys" | "clock">,
  { service }: Pick<RightsService, "service">,
  { mailId }: Pick<MailArrival, "mailId">,
  address: string,
  { messageId }: Pick<MailAsRead, "messageId">,
): Promise<boolean> {
  if (messageId === undefined) return true;
  const reference = messageReference(await subjectKeys.current(), service, { address, messageId });
  return mailRecords.isFirst(reference, mailId, clock.now());
}
