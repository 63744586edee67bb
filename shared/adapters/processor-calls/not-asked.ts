import type { ProcessorTrouble } from "../../operations/ports.ts";

/** Returns what comes of asking for what a third party has no call for: a person has to look why it was asked. */
export function notAsked(why: string): ProcessorTrouble {
  return { trouble: "mismatch", why };
}
