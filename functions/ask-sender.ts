import { randomBytes } from "node:crypto";
import { S3Client } from "@aws-sdk/client-s3";
import type { APIGatewayProxyResult } from "aws-lambda";
import { z } from "zod";
import { boundedMailReader } from "../shared/adapters/mail/bounded-mail-reader.ts";
import { s3StoredMail } from "../shared/adapters/mail/s3-stored-mail.ts";
import { LETTER_SENDERS } from "../shared/domain/letters/letter-values.ts";
import { MAIL_LANGUAGES } from "../shared/domain/mail/intent.ts";
import type { Policy } from "../shared/domain/policy/policy.ts";
import { type AskRefusal, type AskSenderPorts, askSender } from "../shared/operations/ask-sender.ts";
import { LetterNotTaken } from "../shared/operations/reply-by-letter.ts";
import { ApiEventSchema, actorOf, answer, bodyOf, onlyStaff, refusal } from "./api.ts";
import { shown, systemClock } from "./deployed/clock.ts";
import { correspondenceUnder } from "./deployed/correspondence.ts";
import { letters } from "./deployed/letters.ts";
import { mailRecords } from "./deployed/mail-records.ts";
import { rightsService } from "./deployed/rights-service.ts";
import { setting } from "./deployed/settings.ts";
import { subjectKeys } from "./deployed/subject-keys.ts";
import { tasks } from "./deployed/tasks.ts";
import { tokens } from "./deployed/tokens.ts";
import { lambdaHandler, logError } from "./handler.ts";

const MailIdSchema = z.string().regex(/^[A-Za-z0-9_-]{1,200}$/);
const AskedSchema = z.strictObject({
  sender: z.enum(LETTER_SENDERS),
  language: z.enum(MAIL_LANGUAGES).optional(),
});

const WHY: Readonly<Record<AskRefusal, readonly [number, string]>> = {
  "no-such-mail": [404, "There is no such mail on record: list it with lethe mail list."],
  "not-for-a-person": [
    409,
    "No person writes back to this mail: a machine wrote it, or what it asks has begun by itself. See lethe mail show.",
  ],
  "not-authenticated": [
    409,
    "Nobody vouches for the sender of this mail (DMARC did not pass), so nothing is sent to the address in it. Reach them another way, and close the task.",
  ],
  "mail-gone": [409, "The mail itself has gone by its age, and its sender's address with it."],
  "sender-not-clear": [409, "From which one mailbox this mail comes cannot be read: nothing is sent."],
  undeliverable: [409, "Letters to this address came back or were not wanted: reach the person another way."],
  "written-to-today": [
    409,
    "A letter outside of any request went to this address in the last 24 hours, and nobody gets more than one: ask again tomorrow.",
  ],
};

const s3 = new S3Client({});
const mails = s3StoredMail(s3, setting("mailBucket"), shown);

/** The letter that asks whoever wrote for somebody else for what is needed. */
export const handler = lambdaHandler(ApiEventSchema, async (event) => {
  const actor = actorOf(event);
  if (actor?.kind !== "staff") return onlyStaff("ask a sender");
  const mailId = MailIdSchema.safeParse(event.pathParameters?.mailId).data;
  const asked = bodyOf(event, AskedSchema);
  if (mailId === undefined || !asked) return malformed();
  const { sender, language } = asked;
  const service = await rightsService();
  try {
    const asking = await askSender(portsUnder(service.policy), service, {
      ...{ mailId, sender, by: actor },
      ...(language === undefined ? {} : { language }),
    });
    if (asking.asked) return answer(200, { mailId, sender });
    const [statusCode, message] = WHY[asking.because];
    return refusal(statusCode, asking.because, message);
  } catch (error) {
    if (!(error instanceof LetterNotTaken)) throw error;
    logError("A letter was not taken.", error);
    return refusal(502, error.name, "The mail service did not take the letter: ask again tomorrow.");
  }
});

function portsUnder(policy: Policy): AskSenderPorts {
  return {
    ...{ mails, mailRecords, letters, tokens, subjectKeys, tasks },
    reader: boundedMailReader({ ownAddresses: [policy.service.contact] }),
    correspondence: correspondenceUnder(policy),
    clock: systemClock,
    random: randomBytes,
  };
}

function malformed(): APIGatewayProxyResult {
  const senders = LETTER_SENDERS.join(", ");
  return refusal(
    400,
    "AskRefused",
    `Send {"sender", "language"?} to /mail/MAIL/form, a mail as lethe mail list shows it; a sender is one of ${senders}.`,
  );
}
