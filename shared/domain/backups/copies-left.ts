import { z } from "zod";
import { longestBackupDays } from "../policy/copies.ts";
import type { Policy } from "../policy/policy.ts";
import type { Store } from "../policy/store.ts";
import { canBringBack, lastDayOf, type RecoveryPoint } from "./recovery-point.ts";

const DAY_MS = 86_400_000;
const CountSchema = z.number().int().nonnegative();

/** Which copies of a store can still bring back what was deleted there, and until when. */
export const CopiesLeftSchema = z.strictObject({
  store: z.string().min(1),
  /** As they were listed. */
  copies: CountSchema,
  /** Of these, how many nobody ever deletes: no day can be named for them. */
  withoutEnd: CountSchema,
  /** When the last of the others is gone, listed or made before the deletion and not listed yet; absent: none can be there. */
  lastDay: z.iso.datetime().optional(),
});

export type CopiesLeft = z.infer<typeof CopiesLeftSchema>;

/**
 * Returns which copies can still bring back what was gone from a store at an instant.
 *
 * @param points every copy of the store there is.
 */
export function copiesLeft(
  policy: Policy,
  store: Store,
  points: readonly RecoveryPoint[],
  { deletedBy, now }: { readonly deletedBy: Date; readonly now: Date },
): CopiesLeft {
  const holding = points.filter((point) => canBringBack(point, deletedBy));
  const days = holding.map((point) => lastDayOf(point, deletedBy));
  const declaredDays = longestBackupDays(policy, store);
  // A copy that was being made then is listed later: until the longest that any can live, one may turn up.
  const declared = new Date(deletedBy.getTime() + declaredDays * DAY_MS).toISOString();
  const mayTurnUp = declaredDays > 0 && declared > now.toISOString();
  const [lastDay] = [...days.flatMap((day) => day ?? []), ...(mayTurnUp ? [declared] : [])].sort().reverse();
  return {
    store: store.id,
    copies: holding.length,
    withoutEnd: days.filter((day) => day === undefined).length,
    ...(lastDay === undefined ? {} : { lastDay }),
  };
}

/** Says whether no copy of any of the stores can bring anything back. */
export function areGone(left: readonly Omit<CopiesLeft, "store">[]): boolean {
  return left.every(({ copies, lastDay }) => copies === 0 && lastDay === undefined);
}

/** Returns the last day of all, ISO 8601 UTC; undefined if none can be named. */
export function lastDayOfAll(left: readonly Pick<CopiesLeft, "lastDay">[]): string | undefined {
  const days = left.flatMap(({ lastDay }) => lastDay ?? []).sort();
  return days.at(-1);
}
