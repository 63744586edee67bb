import { endedNow } from "../domain/rights/record-of-request.ts";
import { hasEnded, type RightsRequest } from "../domain/rights/rights-request.ts";
import { changeRightsRequest } from "./change-rights-request.ts";
import type { EndUnfrozenPorts } from "./end-unfrozen.ts";
import { type HandToAPersonPorts, handToAPerson } from "./hand-to-a-person.ts";
import type { RightsService } from "./rights-service.ts";
import { withdrawRequest } from "./withdraw-request.ts";

export interface TakeBackPorts extends HandToAPersonPorts, EndUnfrozenPorts {}

/**
 * Takes back what the same address asked for before, as long as it can be: an erasure that has begun cannot, and then a
 * person says so. Nothing is lost by it, so it needs no proof.
 */
export async function takeBack(
  ports: TakeBackPorts,
  service: RightsService,
  request: RightsRequest,
): Promise<string> {
  const open = await ports.rights.openOf(request.addressRef);
  const earlier = open.filter((other) => isMeant(other, request));
  if (earlier.length === 0) return handToAPerson(ports, service, request, "find out what is taken back");
  for (const each of earlier) {
    if (!(await takeBackOne(ports, service, each))) {
      return handToAPerson(ports, service, request, `tell them that ${each.rightsRequestId} has begun`);
    }
  }
  await end(ports, service, request);
  return `taken back: ${earlier.map(({ rightsRequestId }) => rightsRequestId).join(", ")}`;
}

/** A right that a person answers is not taken back by a sentence: whoever works on it reads it in the same thread. */
function isMeant(other: RightsRequest, { rightsRequestId }: RightsRequest): boolean {
  if (other.rightsRequestId === rightsRequestId || hasEnded(other)) return false;
  return other.right === "erasure" && other.about.what !== "minor" && other.about.what !== "taken-back";
}

async function takeBackOne(
  ports: TakeBackPorts,
  service: RightsService,
  earlier: RightsRequest,
): Promise<boolean> {
  if (earlier.standing.state === "erasing") {
    for (const requestId of earlier.standing.requestIds) {
      const ending = await withdrawRequest(ports, {
        requestId,
        by: { kind: "subject" },
        ...(earlier.subjectId === undefined ? {} : { subject: earlier.subjectId }),
      });
      if (!ending.ended) return false;
    }
  }
  await end(ports, service, earlier);
  return true;
}

async function end(
  { rights, clock }: TakeBackPorts,
  { policy }: RightsService,
  { rightsRequestId }: RightsRequest,
): Promise<void> {
  const ended = endedNow(policy, clock.now());
  await changeRightsRequest(rights, rightsRequestId, (current) =>
    hasEnded(current) ? undefined : { ...current, standing: { state: "withdrawn", ...ended } },
  );
}
