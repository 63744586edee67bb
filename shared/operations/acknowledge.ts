import { statusShownUntil } from "../domain/rights/record-of-request.ts";
import type { RightsRequest } from "../domain/rights/rights-request.ts";
import { changeRightsRequest } from "./change-rights-request.ts";
import { type MakeLinkPorts, makeLink } from "./make-link.ts";
import type { Correspondence, RightsRegister } from "./ports.ts";
import type { RightsService } from "./rights-service.ts";
import { inEveryLetter, type WriteToPorts, writeTo } from "./write-to.ts";

export interface AcknowledgePorts extends WriteToPorts, MakeLinkPorts {
  readonly rights: RightsRegister;
  readonly correspondence: WriteToPorts["correspondence"] & Pick<Correspondence, "mayAcknowledgeUnproved">;
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
  const { acknowledgedAt, address, rightsRequestId } = request;
  if (acknowledgedAt !== undefined || address === undefined) return request;
  const now = ports.clock.now();
  if (await mayAcknowledge(ports, request, now)) await tell(ports, service, { ...request, address }, now);
  const at = now.toISOString();
  return changeRightsRequest(ports.rights, rightsRequestId, (current) => ({
    ...current,
    acknowledgedAt: at,
    dueDates: current.dueDates.map((date) =>
      date.what === "acknowledge" && date.doneAt === undefined ? { ...date, doneAt: at } : date,
    ),
  }));
}

/**
 * Whoever fills in a form may write down anybody's address, so that gets one such letter a day. The page of the form has
 * told whoever filled it in that it was taken.
 */
async function mayAcknowledge(
  { correspondence }: Pick<AcknowledgePorts, "correspondence">,
  { channel, addressRef, rightsRequestId }: RightsRequest,
  now: Date,
): Promise<boolean> {
  return channel !== "form" || correspondence.mayAcknowledgeUnproved(addressRef, rightsRequestId, now);
}

async function tell(
  ports: AcknowledgePorts,
  service: RightsService,
  request: RightsRequest & { readonly address: string },
  now: Date,
): Promise<void> {
  const { address: to, addressRef, rightsRequestId } = request;
  const statusLink = await makeLink(ports, service, {
    purpose: "status",
    rightsRequestId,
    expiresAt: statusShownUntil(service.policy, now),
  });
  const values = { ...inEveryLetter(service, request), answerBy: answerOwedAt(request), statusLink };
  await writeTo(ports, { letter: "acknowledgement", to, addressRef, request, values, inThread: true });
}

/** There is a date by which every request ends, whatever the policy says. */
function answerOwedAt({ dueDates, receivedAt }: RightsRequest): string {
  const ends = dueDates.filter(({ what }) => what === "answer" || what === "resolve").map(({ at }) => at);
  return ends.sort()[0] ?? receivedAt;
}
