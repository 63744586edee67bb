import type { Hold } from "../domain/holds/hold.ts";
import { ownRecordEndsAt } from "../domain/policy/own-record-days.ts";
import type { Policy } from "../domain/policy/policy.ts";
import type { Actor } from "../domain/requests/erasure-request.ts";
import { type Agreement, agreeOnSeal } from "./agree-on-seal.ts";
import { askToFireHeldAgain } from "./clock-duties.ts";
import type { Clock, Duties, Holds, RequestRegister } from "./ports.ts";
import { lookAgainNow } from "./wait-for-holds.ts";

export interface ReleaseHoldPorts {
  readonly holds: Holds;
  readonly register: RequestRegister;
  readonly duties: Pick<Duties, "put">;
  readonly clock: Clock;
}

/** What a release came to. */
export interface HoldReleased {
  readonly hold: Hold;
  /** False if it had been released before; who did that first stays on record. */
  readonly isFirst: boolean;
  /** Ids of the requests that are due now because of it; what another hold still keeps waits on. */
  readonly lookedAtAgain: readonly string[];
}

/** Nothing was released: it is a seal, which two people have to want lifted. */
export interface HoldStillSealed {
  readonly hold: Hold;
  readonly because: Exclude<Agreement, "agreed">;
}

/**
 * Releases a hold and makes due now what it kept from the clock, and every request that it kept something from. Doing it
 * twice releases once, and looks again for requests, in case the first time was cut short. A seal is lifted when a second
 * person asks for it too.
 *
 * @returns undefined if there is no hold of this id.
 */
export async function releaseHold(
  ports: ReleaseHoldPorts,
  policy: Policy,
  asked: { readonly holdId: string; readonly by: Actor },
): Promise<HoldReleased | HoldStillSealed | undefined> {
  const standing = await ports.holds.read(asked.holdId);
  if (standing?.seal && !standing.released) {
    const seal = { ...standing, seal: standing.seal };
    const because = await agreeOnSeal(ports, seal, { kind: "release" }, asked.by);
    if (because !== "agreed") return { hold: standing, because };
  }
  const now = ports.clock.now();
  const end = ownRecordEndsAt(policy, "request", now);
  const released = await ports.holds.release(asked.holdId, { by: asked.by, at: now.toISOString() }, end);
  if (!released) return undefined;
  await askToFireHeldAgain(ports.duties, now);
  const lookedAtAgain: string[] = [];
  for await (const requestId of ports.holds.heldBackBy(asked.holdId)) {
    if (await lookAgainNow(ports, requestId)) lookedAtAgain.push(requestId);
  }
  return { ...released, lookedAtAgain };
}
