import type { Actor } from "../domain/requests/erasure-request.ts";
import { maybeSamePerson } from "../domain/requests/same-person.ts";
import type { PausePorts } from "./pause-request.ts";

/** How the end of a pause of everything came out. */
export type ResumingAll = "resumed" | "not-paused" | "needs-a-second-person" | "asked-by-the-same-person";

/**
 * Lifts the pause of everything: what is due goes on with the next drain. What the breaker stopped goes on only when two
 * people want it, so that nobody deletes on a large scale alone.
 */
export async function resumeAll({ register, clock }: PausePorts, by: Actor): Promise<ResumingAll> {
  const pause = await register.pausedAll();
  if (!pause) return "not-paused";
  if (pause.by.kind === "breaker") {
    const asked = { by, at: clock.now().toISOString() };
    const standing = pause.resumeAsked ? pause : await register.askToResumeAll(asked);
    if (!standing?.resumeAsked) return "not-paused";
    if (maybeSamePerson(standing.resumeAsked.by, by)) {
      return pause.resumeAsked ? "asked-by-the-same-person" : "needs-a-second-person";
    }
  }
  await register.resumeAll();
  return "resumed";
}
