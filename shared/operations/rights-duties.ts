import { END_WAIT_FOR_PROOF } from "./ask-for-proof.ts";
import type { DoDuty } from "./do-duties.ts";
import {
  endWaitForProof,
  FOLLOW_RIGHTS_REQUEST,
  type FollowPorts,
  followRightsRequest,
} from "./follow-rights-request.ts";
import type { RightsService } from "./rights-service.ts";

/** Returns how each duty about rights requests is done, by its kind. */
export function rightsDuties(
  ports: FollowPorts,
  service: Pick<RightsService, "policy">,
): Readonly<Record<string, DoDuty>> {
  return {
    [FOLLOW_RIGHTS_REQUEST]: followRightsRequest(ports, service),
    [END_WAIT_FOR_PROOF]: endWaitForProof(ports, service),
  };
}
