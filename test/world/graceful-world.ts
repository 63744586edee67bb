import { minimalPolicy } from "../domain/policy/minimal-policy.ts";
import { erasureWorld } from "./erasure-world.ts";

export const GRACE_HOURS = 72;
export const HOUR_MS = 3_600_000;

/** The smallest service, in which people have three days to change their mind. */
export const gracefulPolicy = {
  ...minimalPolicy,
  erasure: minimalPolicy.erasure.map((scope) =>
    scope.scope === "account" ? { ...scope, graceHours: GRACE_HOURS } : scope,
  ),
};

/** Returns it with every port in memory. */
export function gracefulWorld() {
  // What the portrait service declares besides has no meaning here.
  return erasureWorld({ ...gracefulPolicy, isolatedProcessing: undefined, notices: undefined });
}
