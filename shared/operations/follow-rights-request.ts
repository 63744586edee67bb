import { isEnded } from "../domain/requests/erasure-request.ts";
import { endedNow } from "../domain/rights/record-of-request.ts";
import { hasEnded, type RightsRequest } from "../domain/rights/rights-request.ts";
import { changeRightsRequest } from "./change-rights-request.ts";
import type { DoDuty } from "./do-duties.ts";
import { type HandToAPersonPorts, handToAPerson } from "./hand-to-a-person.ts";
import type { Duties, Duty, RequestRegister, RightsRegister } from "./ports.ts";
import { type ReopenAccountPorts, reopenAccount } from "./reopen-account.ts";
import type { RightsService } from "./rights-service.ts";

/** Ends a rights request when what carries it on has ended. */
export const FOLLOW_RIGHTS_REQUEST = "follow-rights-request";
/** An erasure takes a minute or so. */
const LOOKED_AT_AFTER_MS = 60_000;
/** Some take weeks. */
const LOOKED_AT_EVERY_MS = 15 * 60_000;

/** Somebody whose account is closed should not wait longer for it than a person took to look. */
const LOOKED_AT_MINOR_EVERY_MS = 60_000;

export interface FollowPorts extends ReopenAccountPorts, HandToAPersonPorts {
  readonly rights: RightsRegister;
  readonly register: Pick<RequestRegister, "read">;
}

/** Puts that a rights request is followed. It comes before what carries it on: followed for nothing, it ends by itself. */
export function planToFollow(
  duties: Pick<Duties, "putOnce">,
  rightsRequestId: string,
  now: Date,
): Promise<void> {
  return duties.putOnce({
    dutyId: `${FOLLOW_RIGHTS_REQUEST} ${rightsRequestId}`,
    kind: FOLLOW_RIGHTS_REQUEST,
    about: { rightsRequestId },
    dueAt: new Date(now.getTime() + LOOKED_AT_AFTER_MS).toISOString(),
  });
}

/**
 * Returns how a rights request is followed to its end. What staff refused, nobody was told of yet: a person does, and an
 * account that was closed because of it is opened again.
 */
export function followRightsRequest(
  ports: FollowPorts,
  service: Pick<RightsService, "policy" | "service" | "region">,
): DoDuty {
  return async (duty) => {
    const request = await ports.rights.read(duty.about.rightsRequestId ?? "");
    if (!request || hasEnded(request)) return undefined;
    const { standing } = request;
    if (standing.state !== "erasing") return again(duty, request, ports.clock.now());
    const read = await Promise.all(standing.requestIds.map((id) => ports.register.read(id)));
    const erasures = read.filter((erasure) => erasure !== undefined);
    // One whose record has aged out ended long ago.
    if (erasures.some((erasure) => !isEnded(erasure))) return again(duty, request, ports.clock.now());
    await reopenAccount(ports, request, erasures);
    if (erasures.some(({ progress }) => progress.state === "refused")) {
      await handToAPerson(ports, service, request, "tell them that the erasure was refused, and why");
    } else await end(ports, service, request, standing.requestIds);
    return undefined;
  };
}

/**
 * Returns how a wait for proof ends: nothing was done, and whoever wrote may ask again. No letter says so: there would be
 * none to whoever wrote for an account whose owner did confirm.
 */
export function endWaitForProof(ports: FollowPorts, service: Pick<RightsService, "policy">): DoDuty {
  return async ({ about }) => {
    const request = await ports.rights.read(about.rightsRequestId ?? "");
    if (request?.standing.state !== "waiting-for-proof") return undefined;
    const ended = endedNow(service.policy, ports.clock.now());
    await changeRightsRequest(ports.rights, request.rightsRequestId, (current) =>
      current.standing.state === "waiting-for-proof"
        ? { ...current, standing: { state: "not-proved", ...ended } }
        : undefined,
    );
    return undefined;
  };
}

function again(duty: Duty, { about }: RightsRequest, now: Date): Duty {
  const everyMs = about.what === "minor" ? LOOKED_AT_MINOR_EVERY_MS : LOOKED_AT_EVERY_MS;
  return { ...duty, dueAt: new Date(now.getTime() + everyMs).toISOString() };
}

/** The letter of the erasure told the person; this is our own record of it. */
async function end(
  ports: FollowPorts,
  { policy }: Pick<RightsService, "policy">,
  request: RightsRequest,
  requestIds: readonly string[],
): Promise<void> {
  const ended = endedNow(policy, ports.clock.now());
  await changeRightsRequest(ports.rights, request.rightsRequestId, (current) => ({
    ...current,
    dueDates: current.dueDates.map((date) => ({ ...date, doneAt: date.doneAt ?? ended.at })),
    standing: { state: "answered", ...ended, requestIds: [...requestIds] },
  }));
}
