import type { Step } from "../domain/erasure/step.ts";
import { lookingAgain } from "../domain/requests/erasure-request.ts";
import type { PausePorts } from "./pause-request.ts";
import { RequestNotRunning, runningRequest } from "./running-request.ts";

/** Only the watch writes to a request that runs, once a minute. */
const TRIES_MAX = 3;

/**
 * Ends this run if everything is paused: the request waits, due at once, and is taken up again when the pause is lifted.
 *
 * @throws {RequestNotRunning} if everything is paused, or this attempt does not run any more.
 */
export async function stopWhilePaused(ports: PausePorts, step: Step): Promise<void> {
  if (!(await ports.register.pausedAll())) return;
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const request = await runningRequest(ports.register, step);
    const dueAt = ports.clock.now().toISOString();
    const { progress } = request;
    const stored = await ports.register.update({
      ...request,
      // A look at what has completed leaves it completed.
      progress: lookingAgain(progress, "due", dueAt) ?? {
        state: "waiting",
        reason: "Everything is paused; it goes on when that is lifted.",
        dueAt,
      },
    });
    if (stored) break;
  }
  throw new RequestNotRunning(`Everything is paused: this run of request ${step.requestId} ends here.`);
}
