import type { FormMessage } from "../domain/pages/form-fields.ts";
import type { Clock, FormQueue } from "./ports.ts";

/** As chance-made as any UUID. */
const ID_BYTES = 16;

export interface SendFormPorts {
  readonly forms: FormQueue;
  readonly clock: Clock;
  /** Returns this many random bytes. */
  readonly random: (bytes: number) => Uint8Array;
}

/**
 * Puts a form where mail is taken from. Nothing is looked up, so how long it takes tells nothing of whoever is named in it.
 */
export async function sendForm(
  { forms, clock, random }: SendFormPorts,
  form: Pick<FormMessage, "address" | "ask" | "text" | "language">,
): Promise<void> {
  await forms.send({
    schema: "lethe.form-message/1",
    formId: `form-${Buffer.from(random(ID_BYTES)).toString("hex")}`,
    receivedAt: clock.now().toISOString(),
    ...form,
  });
}
