import type { FormMessage } from "../domain/pages/form-fields.ts";

/** Forms on their way to whoever takes them, beside mail. */
export interface FormQueue {
  send(message: FormMessage): Promise<void>;
}

/** What people wrote into the contact form, kept beside mail and as long. */
export interface StoredForms {
  /**
   * Keeps it; twice is once.
   *
   * @returns the key it is kept under.
   */
  put(message: FormMessage): Promise<string>;
}
