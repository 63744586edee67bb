import type { SealHold } from "../domain/holds/seal.ts";
import type { Policy } from "../domain/policy/policy.ts";
import { categoriesSealed } from "../domain/policy/sealed-stores.ts";
import type { Actor } from "../domain/requests/erasure-request.ts";
import { type Agreement, agreeOnSeal } from "./agree-on-seal.ts";
import type { Clock, Holds, RequestRegister } from "./ports.ts";
import { lookAgainNow } from "./wait-for-holds.ts";

const DAY_MS = 86_400_000;

export interface ExtendSealPorts {
  readonly holds: Holds;
  readonly register: RequestRegister;
  readonly clock: Clock;
}

/** How it came out; only `extended` has changed the end. */
export type Extension = {
  readonly outcome: "extended" | Exclude<Agreement, "agreed"> | "no-such-seal" | "not-later" | "too-long";
  readonly until?: string;
};

/**
 * Moves the end of a seal, when a second person wants the same day: the first asks, the second confirms. From today it
 * may be no longer than the policy lets anything be preserved.
 *
 * @param asked `until` is a day, ISO 8601; the seal is then needed until it begins, UTC.
 */
export async function extendSeal(
  ports: ExtendSealPorts,
  policy: Policy,
  asked: { readonly holdId: string; readonly until: string; readonly by: Actor },
): Promise<Extension> {
  const hold = await ports.holds.read(asked.holdId);
  if (!hold?.seal || hold.released) return { outcome: "no-such-seal" };
  const seal: SealHold = { ...hold, seal: hold.seal };
  const until = `${asked.until}T00:00:00.000Z`;
  if (until <= seal.seal.until) return { outcome: "not-later", until: seal.seal.until };
  const longest = longestEnd(policy, ports.clock.now());
  if (until > longest) return { outcome: "too-long", until: longest };

  const agreement = await agreeOnSeal(ports, seal, { kind: "extend", until }, asked.by);
  if (agreement !== "agreed") return { outcome: agreement };
  const { asked: _done, ...rest } = seal.seal;
  const extended = await ports.holds.changeSeal(asked.holdId, { ...rest, until });
  if (!extended) return { outcome: "changed-meanwhile" };
  await lookAgainNow(ports, seal.seal.requestId);
  return { outcome: "extended", until };
}

function longestEnd(policy: Policy, now: Date): string {
  const days = Math.max(0, ...categoriesSealed(policy).map(({ retentionDays }) => retentionDays));
  return new Date((Math.ceil(now.getTime() / DAY_MS) + days) * DAY_MS).toISOString();
}
