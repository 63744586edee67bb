import type { Actor } from "../domain/requests/erasure-request.ts";
import type { RefusalGround } from "../domain/requests/refusal-ground.ts";
import { type Ending, type EndUnfrozenPorts, endUnfrozen } from "./end-unfrozen.ts";

/** Why staff refuse a request: a ground of the law, and what of it holds here. */
export interface Refusal {
  readonly requestId: string;
  readonly by: Extract<Actor, { kind: "staff" }>;
  readonly ground: RefusalGround;
  /** At most 500 characters; it names nobody. */
  readonly reason: string;
}

/**
 * Refuses a request before anything was frozen.
 *
 * @throws {RequestBusy} if it kept changing; asking again is safe.
 * @see GDPR Art. 12(4): the person is told why, and where to complain, within a month.
 */
export function refuseRequest(ports: EndUnfrozenPorts, refusal: Refusal): Promise<Ending> {
  const { requestId, by, ground, reason } = refusal;
  return endUnfrozen(ports, requestId, (_request, at, expiresAtEpochSeconds) => ({
    state: "refused",
    by,
    at,
    ground,
    reason,
    expiresAtEpochSeconds,
  }));
}
