import type { AnyForm, FormQueue, StoredForms } from "../../shared/operations/ports.ts";

/** Forms in memory: those that wait, and those that are kept. */
export interface InMemoryForms extends FormQueue {
  readonly waiting: AnyForm[];
  readonly stored: StoredForms & { readonly kept: ReadonlyMap<string, AnyForm> };
}

/** Returns a queue and a place with no form in them. */
export function inMemoryForms(): InMemoryForms {
  const waiting: AnyForm[] = [];
  const kept = new Map<string, AnyForm>();
  return {
    waiting,
    async send(message) {
      waiting.push(structuredClone(message));
    },
    stored: {
      kept,
      async put(message) {
        const key = `form/${message.formId}`;
        kept.set(key, structuredClone(message));
        return key;
      },
    },
  };
}
