import { END_WAIT_FOR_PROOF } from "./ask-for-proof.ts";
import type { DoDuty } from "./do-duties.ts";
import {
  endWaitForProof,
  FOLLOW_RIGHTS_REQUEST,
  type FollowPorts,
  followRightsRequest,
} from "./follow-rights-request.ts";
import type { RightsService } from "./rights-service.ts";
import { TELL_OF_EFFECT, type TellOfEffectPorts, tellOfConfirmedEffect } from "./tell-of-effect.ts";

/** Returns how each duty about rights requests is done, by its kind. */
export function rightsDuties(
  ports: FollowPorts & TellOfEffectPorts,
  service: RightsService,
): Readonly<Record<string, DoDuty>> {
  return {
    [FOLLOW_RIGHTS_REQUEST]: followRightsRequest(ports, service),
    [END_WAIT_FOR_PROOF]: endWaitForProof(ports, service),
    [TELL_OF_EFFECT]: tellOfConfirmedEffect(ports, service),
  };
}
