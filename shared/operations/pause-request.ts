import { type Actor, type ErasureRequest, isEnded } from "../domain/requests/erasure-request.ts";
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
 * that before its next batch. What is deleted stays deleted; a frozen person stays frozen.
 *
 * @throws {RequestBusy} if it kept changing; asking again is safe.
 */
export function pauseRequest(ports: PausePorts, requestId: string, by: Actor): Promise<Pausing> {
  return changeRequest(ports, requestId, (request) => {
    if (request.paused) return "paused-already";
    const now = ports.clock.now();
    const { progress } = request;
    const dueAt = after(now, WATCH_PERSON_EVERY_MS);
    return {
      ...request,
      paused: { by, at: now.toISOString() },
      ...(progress.state === "running"
        ? { progress: { state: "waiting", reason: "It was paused; what is deleted stays deleted.", dueAt } }
        : {}),
    };
  });
}

/** Makes one change to a request that has not ended, as one conditional write. */
export async function changeRequest(
  { register }: PausePorts,
  requestId: string,
  change: (request: ErasureRequest) => ErasureRequest | "paused-already" | "not-paused",
): Promise<Pausing> {
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const request = await register.read(requestId);
    if (!request) return { changed: false, because: "no-such-request" };
    if (isEnded(request)) return { changed: false, because: "ended-already" };
    const next = change(request);
    if (typeof next === "string") return { changed: false, because: next };
    const stored = await register.update(next);
    if (stored) return { changed: true, request: stored };
  }
  throw new RequestBusy(`Request ${requestId} kept changing: ask again.`);
}
