import { personLooks } from "../domain/mail/mail-outcome.ts";
import type { NeededForm } from "../domain/pages/needed-form.ts";
import { ownRecordEndsAt } from "../domain/policy/own-record-days.ts";
import { newTask } from "../domain/tasks/task.ts";
import type { Clock, MailRecords, StoredForms, Tasks } from "./ports.ts";
import type { RightsService } from "./rights-service.ts";

export interface TakeNeededFormPorts {
  readonly storedForms: StoredForms;
  readonly mailRecords: Pick<MailRecords, "read" | "putOnce">;
  readonly tasks: Tasks;
  readonly clock: Clock;
}

/**
 * Takes in what somebody wrote who was asked who they are: it is kept, and a person reads it beside their mail. Nothing
 * in it is believed by itself, and the record of it is written last, as with mail.
 */
export async function takeNeededForm(
  { storedForms, mailRecords, tasks, clock }: TakeNeededFormPorts,
  { service, region, policy }: Pick<RightsService, "service" | "region" | "policy">,
  form: NeededForm,
): Promise<void> {
  const { formId, receivedAt, mailId, sender } = form;
  if (await mailRecords.read(formId)) return;
  const key = await storedForms.put(form);
  const needs = `Read the form ${key}: the ${sender} who wrote the mail ${mailId} was asked for it. See whether they may ask, and for what.`;
  await tasks.open(newTask("look-at-mail", { service, region, mailId: formId }, { needs, now: clock.now() }));
  await mailRecords.putOnce({
    schema: "lethe.mail/1",
    mailId: formId,
    key,
    receivedAt,
    outcome: personLooks(`form of ${sender} about ${mailId}`),
    expiresAtEpochSeconds: ownRecordEndsAt(policy, "raw-mail", new Date(receivedAt)),
  });
}
