import type { OwnRecordKind } from "./own-record.ts";
import type { Policy } from "./policy.ts";

const DAY_SECONDS = 86_400;

/** A policy that did not pass its checks is used. */
export class OwnRecordUndeclared extends Error {
  override readonly name = "OwnRecordUndeclared";
}

/**
 * Returns for how many days a record of our own is kept.
 *
 * @throws {OwnRecordUndeclared} if the policy does not say; one that passed its checks says it for each kind.
 */
export function ownRecordDays(policy: Policy, kind: OwnRecordKind): number {
  const days = policy.ownRecords.find(({ record }) => record === kind)?.retentionDays;
  if (days !== undefined) return days;
  throw new OwnRecordUndeclared(
    `The policy of ${policy.service.id} does not say for how long its ${kind} records are kept: run lethe policy check.`,
  );
}

/** Returns when a record of our own that is made now goes, in epoch seconds. */
export function ownRecordEndsAt(policy: Policy, kind: OwnRecordKind, now: Date): number {
  return Math.floor(now.getTime() / 1000) + ownRecordDays(policy, kind) * DAY_SECONDS;
}
