import { randomBytes } from "node:crypto";
import { S3Client } from "@aws-sdk/client-s3";
import { boundedMailReader } from "../shared/adapters/mail/bounded-mail-reader.ts";
import { s3StoredForms } from "../shared/adapters/mail/s3-stored-forms.ts";
import { s3StoredMail } from "../shared/adapters/mail/s3-stored-mail.ts";
import { newTask } from "../shared/domain/tasks/task.ts";
import { noteDeliveryFailure } from "../shared/operations/note-delivery-failure.ts";
import type { MailReader } from "../shared/operations/ports.ts";
import type { RightsService } from "../shared/operations/rights-service.ts";
import { takeForm } from "../shared/operations/take-form.ts";
import { type TakeMailPorts, takeMail } from "../shared/operations/take-mail.ts";
import { takeNeededForm } from "../shared/operations/take-needed-form.ts";
import { accountsIn, directoryIn } from "./deployed/accounts.ts";
import { recentBindings } from "./deployed/bindings.ts";
import { shown, systemClock } from "./deployed/clock.ts";
import { correspondenceUnder } from "./deployed/correspondence.ts";
import { decisions } from "./deployed/decisions.ts";
import { signalDrain } from "./deployed/drain-signal.ts";
import { duties } from "./deployed/duties.ts";
import { letters } from "./deployed/letters.ts";
import { mailRecords } from "./deployed/mail-records.ts";
import { records } from "./deployed/records.ts";
import { register } from "./deployed/register.ts";
import { rights } from "./deployed/rights.ts";
import { rightsService } from "./deployed/rights-service.ts";
import { setting } from "./deployed/settings.ts";
import { subjectKeys } from "./deployed/subject-keys.ts";
import { tasks } from "./deployed/tasks.ts";
import { tokens } from "./deployed/tokens.ts";
import { lambdaHandler } from "./handler.ts";
import { type MailNotification, mailNotification } from "./mail-notifications.ts";
import { MessagesSchema, takeOneByOne } from "./messages.ts";

const s3 = new S3Client({});
const mails = s3StoredMail(s3, setting("mailBucket"), shown);
const storedForms = s3StoredForms(s3, setting("mailBucket"));

/** What SES tells of mail that arrived and of letters that did not, and forms. */
export const handler = lambdaHandler(MessagesSchema, ({ Records }) =>
  takeOneByOne(Records, async ({ body }) => take(mailNotification(body, shown))),
);

async function take(told: MailNotification): Promise<void> {
  switch (told.kind) {
    case "arrived": {
      const service = await rightsService();
      return takeMail(await portsOf(service), service, told.arrival);
    }
    case "form": {
      const service = await rightsService();
      return takeForm({ ...(await portsOf(service)), storedForms }, service, told.form);
    }
    case "needed-form": {
      const ports = { storedForms, mailRecords, tasks, clock: systemClock };
      return takeNeededForm(ports, await rightsService(), told.form);
    }
    case "undelivered": {
      const service = await rightsService();
      const correspondence = correspondenceUnder(service.policy);
      const ports = { correspondence, rights, subjectKeys, tasks, clock: systemClock };
      return noteDeliveryFailure(ports, service, told.failure);
    }
    case "unknown":
      return callSomebody();
    case "nothing":
      return;
  }
}

async function portsOf({ policy }: RightsService): Promise<TakeMailPorts> {
  const bindings = await recentBindings();
  return {
    ...{
      mails,
      mailRecords,
      rights,
      tokens,
      tasks,
      duties,
      decisions,
      letters,
      records,
      register,
      subjectKeys,
    },
    reader: readerFor(policy.service.contact),
    directory: directoryIn(policy, bindings),
    accounts: accountsIn(policy, bindings),
    correspondence: correspondenceUnder(policy),
    drainSignal: { send: signalDrain },
    clock: systemClock,
    random: randomBytes,
  };
}

let reader: { readonly contact: string; readonly reads: MailReader } | undefined;

/** The same for each mail: its thread stands ready for the next. */
function readerFor(contact: string): MailReader {
  if (reader?.contact !== contact)
    reader = { contact, reads: boundedMailReader({ ownAddresses: [contact] }) };
  return reader.reads;
}

async function callSomebody(): Promise<void> {
  const needs =
    "SES told of something that this version does not know: see what its configuration set and receipt rule tell the mail topic.";
  const about = { service: setting("service"), region: setting("region") };
  await tasks.open(newTask("look-at-mail", about, { needs, now: systemClock.now() }));
}
