import { canonicalJson } from "../domain/canonical-json.ts";
import {
  type Actor,
  dueAt,
  type ErasureRequest,
  isEnded,
  lookingAgain,
  type Progress,
} from "../domain/requests/erasure-request.ts";
import { after, WATCH_PERSON_EVERY_MS } from "../domain/requests/looked-at-again.ts";
import { RequestBusy } from "./open-request.ts";
import type { Clock, RequestRegister } from "./ports.ts";

/** A run writes once a minute: three looks meet the request at rest. */
const TRIES_MAX = 3;

/** How a pause or its end came out; a refusal changes nothing. */
export type Pausing =
  | { readonly changed: true; readonly request: ErasureRequest }
  | {
      readonly changed: false;
      readonly because: "no-such-request" | "ended-already" | "paused-already" | "not-paused";
    };

export interface PausePorts {
  readonly register: RequestRegister;
  readonly clock: Clock;
}

/**
 * Stops a request until it is resumed: what waits does not start, and what runs is taken from its run, which finds
 * that before its next batch. What is deleted stays deleted; a frozen person stays frozen. What has completed is not
 * looked at for late writes until then, and so keeps the person's id as long. The same person pauses twice as once.
 *
 * @throws {RequestBusy} if it kept changing; asking again is safe.
 */
export function pauseRequest(ports: PausePorts, requestId: string, by: Actor): Promise<Pausing> {
  return changeRequest(ports, requestId, (request) => {
    if (request.paused)
      return canonicalJson(request.paused.by) === canonicalJson(by) ? request : "paused-already";
    const now = ports.clock.now();
    const nextLook = after(now, WATCH_PERSON_EVERY_MS);
    return {
      ...request,
      paused: { by, at: now.toISOString() },
      progress: stoppedProgress(request.progress, nextLook),
    };
  });
}

/** What runs is taken from its run, and so is a look at what has completed; what waits stays as it is. */
function stoppedProgress(progress: Progress, dueAt: string): Progress {
  if (progress.state === "running")
    return { state: "waiting", reason: "It was paused; what is deleted stays deleted.", dueAt };
  return lookingAgain(progress, "due", dueAt) ?? progress;
}

/** Makes one change to a request that has not ended for good, as one conditional write. */
export async function changeRequest(
  { register }: PausePorts,
  requestId: string,
  change: (request: ErasureRequest) => ErasureRequest | "paused-already" | "not-paused",
): Promise<Pausing> {
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const request = await register.read(requestId);
    if (!request) return { changed: false, because: "no-such-request" };
    // What has completed and is looked at again may still lose what came late.
    if (isEnded(request) && dueAt(request) === undefined) return { changed: false, because: "ended-already" };
    const next = change(request);
    if (typeof next === "string") return { changed: false, because: next };
    if (next === request) return { changed: true, request };
    const stored = await register.update(next);
    if (stored) return { changed: true, request: stored };
  }
  throw new RequestBusy(`Request ${requestId} kept changing: ask again.`);
}
