import type { Step } from "../domain/erasure/step.ts";
import { nextTryAt } from "../domain/requests/looked-at-again.ts";
import { lookFailed } from "./look-for-late-writes.ts";
import { openTaskIfItKeepsFailing } from "./open-task.ts";
import type { Chance, Clock, RequestRegister, Tasks } from "./ports.ts";
import { isRunBy } from "./running-request.ts";

export interface RecordFailurePorts {
  readonly register: RequestRegister;
  readonly tasks: Tasks;
  readonly clock: Clock;
  readonly chance: Chance;
}

/**
 * Makes a run that failed for good a request that waits for a date, with the reason; what is not run by this
 * attempt any more is left as it is. The third attempt that fails is also a task for a person.
 *
 * @param errorName the name alone: the text of an error may hold what no log should.
 */
export async function recordFailure(ports: RecordFailurePorts, step: Step, errorName: string): Promise<void> {
  const request = await ports.register.read(step.requestId);
  if (!request || !isRunBy(request, step)) return;
  await openTaskIfItKeepsFailing(ports, request, step.attempt, `it stopped with ${errorName}`);
  const again = lookFailed(request, ports);
  if (again) {
    await ports.register.update({ ...request, progress: again });
    return;
  }
  await ports.register.update({
    ...request,
    progress: {
      state: "waiting",
      reason: `Attempt ${step.attempt} stopped with ${errorName}; the next one goes on where it stopped.`,
      dueAt: nextTryAt(ports.clock.now(), step.attempt, ports.chance()),
    },
  });
}
