import { personLooks } from "../domain/mail/mail-outcome.ts";
import { askedByForm, type FormMessage } from "../domain/pages/form-fields.ts";
import { ownRecordEndsAt } from "../domain/policy/own-record-days.ts";
import { newTask } from "../domain/tasks/task.ts";
import { type Acted, type ActOnMessagePorts, actOnMessage, type Message } from "./act-on-message.ts";
import type { MailRecords, StoredForms } from "./ports.ts";
import type { RightsService } from "./rights-service.ts";

export interface TakeFormPorts extends ActOnMessagePorts {
  readonly storedForms: StoredForms;
  readonly mailRecords: MailRecords;
}

/**
 * Takes a form in, once, however often it is delivered: it is kept for whoever has to read it, what it asks is begun, and
 * the record of it is written last, as with mail. A form proves nothing, not even whose address stands in it.
 */
export async function takeForm(
  ports: TakeFormPorts,
  service: RightsService,
  form: FormMessage,
): Promise<void> {
  const { formId, receivedAt } = form;
  if (await ports.mailRecords.read(formId)) return;
  const key = await ports.storedForms.put(form);
  const acted = await actOnMessage(ports, service, messageOf(form));
  if (!acted.taken) await letAPersonAnswer(ports, service, form, key);
  await ports.mailRecords.putOnce({
    schema: "lethe.mail/1",
    mailId: formId,
    key,
    receivedAt,
    ...recordOf(acted),
    expiresAtEpochSeconds: ownRecordEndsAt(service.policy, "raw-mail", new Date(receivedAt)),
  });
}

function messageOf({ formId, receivedAt, address, language, ask, text }: FormMessage): Message {
  const asked = askedByForm(ask);
  return { source: formId, channel: "form", receivedAt, address, language, asked, text };
}

function recordOf(acted: Acted): { readonly outcome: string; readonly rightsRequestId?: string } {
  if (!acted.taken) return { outcome: personLooks("right-not-offered") };
  return { outcome: acted.outcome, rightsRequestId: acted.rightsRequestId };
}

/** The policy offered it when the page was opened, and does not any more. */
async function letAPersonAnswer(
  { tasks, clock }: TakeFormPorts,
  { service, region }: RightsService,
  { formId: mailId }: FormMessage,
  key: string,
): Promise<void> {
  const needs = `Look at the form ${key}: it asks for what the policy does not offer by form: answer it.`;
  await tasks.open(newTask("look-at-mail", { service, region, mailId }, { needs, now: clock.now() }));
}
