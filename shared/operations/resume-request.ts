import { changeRequest, type PausePorts, type Pausing } from "./pause-request.ts";

/**
 * Lets a paused request go on; it is due at once, or when its grace is over.
 *
 * @throws {RequestBusy} if it kept changing; asking again is safe.
 */
export function resumeRequest(ports: PausePorts, requestId: string): Promise<Pausing> {
  return changeRequest(ports, requestId, ({ paused, ...request }) => {
    if (!paused) return "not-paused";
    const { progress } = request;
    const now = ports.clock.now().toISOString();
    return "dueAt" in progress ? { ...request, progress: { ...progress, dueAt: now } } : request;
  });
}
