import type { FormMessage } from "../domain/pages/form-fields.ts";
import type { NeededForm } from "../domain/pages/needed-form.ts";

/** The contact form, or the one that a letter about a mail led to. */
export type AnyForm = FormMessage | NeededForm;

/** Forms on their way to whoever takes them, beside mail. */
export interface FormQueue {
  send(message: AnyForm): Promise<void>;
}

/** What people wrote into forms, kept beside mail and as long. */
export interface StoredForms {
  /**
   * Keeps it; twice is once.
   *
   * @returns the key it is kept under.
   */
  put(message: AnyForm): Promise<string>;
}
