import { addressReference } from "../domain/rights/address-reference.ts";
import type { RightsRequest } from "../domain/rights/rights-request.ts";
import type { DoDuty } from "./do-duties.ts";
import type { MakeLinkPorts } from "./make-link.ts";
import type { Duties, RightsRegister, SubjectKeys, Tokens } from "./ports.ts";
import type { RightsService } from "./rights-service.ts";
import { tellOfEffect } from "./stop-use.ts";
import type { WriteToPorts } from "./write-to.ts";

/** Tells whoever confirmed by a link that what they did not want has stopped: the page that did it sends no mail. */
export const TELL_OF_EFFECT = "tell-of-effect";

export interface TellOfEffectPorts extends WriteToPorts, MakeLinkPorts {
  readonly rights: Pick<RightsRegister, "read">;
  readonly tokens: Tokens;
  readonly subjectKeys: SubjectKeys;
}

/**
 * Puts that the owner of an address is told.
 *
 * @param link digest of the link that they confirmed by: the address on file stands with it, and not in the duty.
 */
export function planToTellOfEffect(
  duties: Pick<Duties, "putOnce">,
  { rightsRequestId }: Pick<RightsRequest, "rightsRequestId">,
  link: string,
  now: Date,
): Promise<void> {
  return duties.putOnce({
    dutyId: `${TELL_OF_EFFECT} ${rightsRequestId}`,
    kind: TELL_OF_EFFECT,
    about: { rightsRequestId, link },
    dueAt: now.toISOString(),
  });
}

/** Returns how they are told: by the letter that an opt-out by mail is answered with, at the address on file. */
export function tellOfConfirmedEffect(ports: TellOfEffectPorts, service: RightsService): DoDuty {
  return async ({ about }) => {
    const request = await ports.rights.read(about.rightsRequestId ?? "");
    const token = await ports.tokens.read(about.link ?? "");
    if (!request || token?.purpose !== "confirm" || token.address === undefined) return undefined;
    const { address, subjectId } = token;
    const addressRef = addressReference(await ports.subjectKeys.current(), service.service, address);
    await tellOfEffect(ports, service, request, {
      ...{ address, addressRef },
      ...(subjectId === undefined ? {} : { subjectId }),
    });
    return undefined;
  };
}
