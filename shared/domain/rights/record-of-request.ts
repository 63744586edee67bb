import { ownRecordEndsAt } from "../policy/own-record-days.ts";
import type { Policy } from "../policy/policy.ts";

/** Returns what every end of a rights request says: when it came, and when the record of it goes. */
export function endedNow(
  policy: Policy,
  now: Date,
): { readonly at: string; readonly expiresAtEpochSeconds: number } {
  return { at: now.toISOString(), expiresAtEpochSeconds: ownRecordEndsAt(policy, "request", now) };
}

/** Returns until when a link made now shows how a request stands, ISO 8601 UTC: as long as a record that ends now. */
export function statusShownUntil(policy: Policy, now: Date): string {
  return new Date(ownRecordEndsAt(policy, "request", now) * 1000).toISOString();
}
