import type { ErasureRequest } from "../../shared/domain/requests/erasure-request.ts";
import { dueAt } from "../../shared/domain/requests/erasure-request.ts";
import type { ErasureWorld } from "./erasure-world.ts";

/** An hour of five minutes each, the last look, and executions that fail on the way. */
const LOOKS_MAX = 60;

/** Lets time pass until nothing of a request is due any more, running what is started; returns it as it stands then. */
export async function untilNothingIsDue(world: ErasureWorld, requestId: string): Promise<ErasureRequest> {
  for (let looks = 0; looks < LOOKS_MAX; looks += 1) {
    const due = dueAt(await world.read(requestId));
    if (due === undefined) return world.read(requestId);
    if (due > world.clock.now().toISOString()) world.clock.set(due);
    await drainAndLook(world, requestId);
  }
  throw new Error(`Request ${requestId} is looked at for ever.`);
}

/** Drains, and runs what was started, be it a run or a look at what has completed. */
export async function drainAndLook(world: ErasureWorld, requestId: string): Promise<ErasureRequest> {
  await world.drain();
  const request = await world.read(requestId);
  if ((await world.executions.statusOf(request)) === "running") await world.run(requestId);
  return world.read(requestId);
}
