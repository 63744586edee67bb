import type { RightsRequest } from "../domain/rights/rights-request.ts";
import type { RightsRegister } from "./ports.ts";

/** The other side is a person or a duty: three looks are enough to meet it at rest. */
const TRIES_MAX = 3;

/** A rights request kept changing under our hands, or is not there; nothing was changed by us. */
export class RightsRequestBusy extends Error {
  override readonly name = "RightsRequestBusy";
}

/**
 * Changes a rights request as it stands now.
 *
 * @param change returns it as it shall be; undefined if it shall stay as it is.
 * @returns as it stands afterwards.
 * @throws {RightsRequestBusy} if it kept changing; asking again is safe.
 */
export async function changeRightsRequest(
  rights: Pick<RightsRegister, "read" | "update">,
  rightsRequestId: string,
  change: (request: RightsRequest) => RightsRequest | undefined,
): Promise<RightsRequest> {
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const before = await rights.read(rightsRequestId);
    if (!before) break;
    const next = change(before);
    if (!next) return before;
    const stored = await rights.update(next);
    if (stored) return stored;
  }
  throw new RightsRequestBusy(`Rights request ${rightsRequestId} kept changing or is gone: ask again.`);
}
