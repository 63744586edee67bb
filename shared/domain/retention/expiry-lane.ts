import { isoText } from "./iso-text.ts";

/**
 * Who deletes what is due: the sweeper when its time comes, the reconciler what it finds left over, and a restore what of
 * a copy does not come back.
 */
export const EXPIRED_BY = ["expiry", "reconcile", "restore"] as const;
export type ExpiredBy = (typeof EXPIRED_BY)[number];

/** Returns the name of the ledger lane of one store and shard on one day; no person is named by it. */
export function expiryLane(by: ExpiredBy, store: string, shard: number, at: Date): string {
  return `${by}/${store}/${shard}/${isoText(at.getTime()).slice(0, 10)}`;
}

/** Returns the lane of all that comes back on one day, whichever store it is of. */
export function restoreLane(at: Date): string {
  return expiryLane("restore", "copies", 0, at);
}

/** Says whether a lane is one of the clock's. */
export function isExpiryLane(lane: string): boolean {
  return EXPIRED_BY.some((by) => lane.startsWith(`${by}/`));
}
