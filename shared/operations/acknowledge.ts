import { statusShownUntil } from "../domain/rights/record-of-request.ts";
import type { RightsRequest } from "../domain/rights/rights-request.ts";
import { changeRightsRequest } from "./change-rights-request.ts";
import { type MakeLinkPorts, makeLink } from "./make-link.ts";
import type { RightsRegister } from "./ports.ts";
import type { RightsService } from "./rights-service.ts";
import { inEveryLetter, type WriteToPorts, writeTo } from "./write-to.ts";

export interface AcknowledgePorts extends WriteToPorts, MakeLinkPorts {
  readonly rights: RightsRegister;
}

/**
 * Tells whoever wrote that their request is here, under which number, and where it can be followed: once. It knows nothing
 * of accounts, so it is the same letter to everybody.
 *
 * Killed between letter and record it is sent once more; the other order would lose it.
 */
export async function acknowledge(
  ports: AcknowledgePorts,
  service: RightsService,
  request: RightsRequest,
): Promise<RightsRequest> {
  const { acknowledgedAt, address, addressRef, rightsRequestId } = request;
  if (acknowledgedAt !== undefined || address === undefined) return request;
  const now = ports.clock.now();
  const statusLink = await makeLink(ports, service, {
    purpose: "status",
    rightsRequestId,
    expiresAt: statusShownUntil(service.policy, now),
  });
  const values = { ...inEveryLetter(service, request), answerBy: answerOwedAt(request), statusLink };
  await writeTo(ports, {
    letter: "acknowledgement",
    to: address,
    addressRef,
    request,
    values,
    inThread: true,
  });
  const at = now.toISOString();
  return changeRightsRequest(ports.rights, rightsRequestId, (current) => ({
    ...current,
    acknowledgedAt: at,
    dueDates: current.dueDates.map((date) =>
      date.what === "acknowledge" && date.doneAt === undefined ? { ...date, doneAt: at } : date,
    ),
  }));
}

/** There is a date by which every request ends, whatever the policy says. */
function answerOwedAt({ dueDates, receivedAt }: RightsRequest): string {
  const ends = dueDates.filter(({ what }) => what === "answer" || what === "resolve").map(({ at }) => at);
  return ends.sort()[0] ?? receivedAt;
}
