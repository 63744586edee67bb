import type { ErasureRequest } from "../domain/requests/erasure-request.ts";
import type { Clock, Holds, RequestRegister } from "./ports.ts";

export interface WaitForHoldsPorts {
  readonly register: RequestRegister;
  readonly holds: Holds;
  readonly clock: Clock;
}

/**
 * Lets a request that waits because of holds wait until `dueAt`, or look again now if one of them was released
 * meanwhile. A release looks for requests that wait, after it is on record, and this looks for releases after the
 * request waits: so one of the two sees the other.
 */
export async function waitForHolds(
  ports: WaitForHoldsPorts,
  waiting: ErasureRequest,
  holdIds: readonly string[],
  dueAt: string,
): Promise<void> {
  if (waiting.progress.state !== "waiting" || holdIds.length === 0) return;
  const holds = await Promise.all(holdIds.map((holdId) => ports.holds.read(holdId)));
  const allStand = holds.every((hold) => hold !== undefined && hold.released === undefined);
  const due = allStand ? dueAt : ports.clock.now().toISOString();
  // If it was changed meanwhile, whoever changed it has said when it is looked at.
  await ports.register.update({ ...waiting, progress: { ...waiting.progress, dueAt: due } });
}

/** Makes what a hold kept something from due now, if it still waits; what runs or has ended needs nothing. */
export async function lookAgainNow(
  { register, clock }: Omit<WaitForHoldsPorts, "holds">,
  requestId: string,
): Promise<boolean> {
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const request = await register.read(requestId);
    if (request?.progress.state !== "waiting") return false;
    const dueAt = clock.now().toISOString();
    if (request.progress.dueAt <= dueAt) return true;
    if (await register.update({ ...request, progress: { ...request.progress, dueAt } })) return true;
  }
  return false;
}

/** Only the drain and a person write to a request that waits. */
const TRIES_MAX = 5;
