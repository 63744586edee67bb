import type { RecoveryPoint } from "../domain/backups/recovery-point.ts";
import { ownRecordDays } from "../domain/policy/own-record-days.ts";
import type { Policy } from "../domain/policy/policy.ts";
import { newRestore, type Restore, slotOf } from "../domain/restore/restore.ts";
import { clockStoreOf } from "../domain/retention/clock-rules.ts";
import type { Clock, RecoveryPoints, Restores } from "./ports.ts";

const DAY_MS = 86_400_000;

export interface OpenRestorePorts {
  readonly restores: Restores;
  readonly points: Pick<RecoveryPoints, "listOf">;
  readonly clock: Clock;
}

/** Which copy is to come back. */
export interface AskedRestore {
  readonly storeId: string;
  readonly pointId: string;
  /** Of a copy that moves on: which moment of it, ISO 8601 UTC. */
  readonly at?: string | undefined;
}

export type RestoreOpened =
  | { readonly opened: true; readonly restore: Restore; readonly joined: boolean }
  /** Why nothing can be restored so, and what to do; nothing was changed. */
  | { readonly opened: false; readonly why: string };

/** Opens the restore of one copy, or joins the one that is under way in its place. */
export async function openRestore(
  { restores, points, clock }: OpenRestorePorts,
  policy: Policy,
  region: string,
  asked: AskedRestore,
): Promise<RestoreOpened> {
  const store = clockStoreOf(policy, asked.storeId);
  if (!store) {
    return refused(
      "There is no bucket or table of this name of which single things can be told: see docs/limits.md for what can be restored.",
    );
  }
  const known = await points.listOf(asked.storeId);
  const point = known.find(({ pointId }) => pointId === asked.pointId);
  if (!point) {
    return refused(
      `Store ${asked.storeId} has no such copy: it has ${known.map(({ pointId }) => pointId).join(", ") || "none"}.`,
    );
  }
  const now = clock.now();
  const copiedAt = momentIn(point, asked.at, now);
  if (copiedAt === undefined) {
    return refused(`This copy begins at ${point.earliest}: give a moment from then until now.`);
  }
  // What was erased before the oldest tombstone is covered by none any more.
  const oldest = new Date(now.getTime() - ownRecordDays(policy, "tombstone") * DAY_MS).toISOString();
  if (copiedAt < oldest) {
    return refused(
      `This copy is of ${copiedAt} and tombstones reach back to ${oldest}: nobody could say who of it was erased.`,
    );
  }
  const about = { service: policy.service.id, region, storeId: store.id, slot: slotOf(store) };
  const restore = newRestore({ ...about, pointId: point.pointId, copiedAt }, now);
  const open = await restores.open(restore);
  return { opened: true, restore: open, joined: open.restoreId !== restore.restoreId };
}

/** A copy of one moment is of that moment, whatever is asked for. */
function momentIn(
  { windowDays, state, earliest }: RecoveryPoint,
  at: string | undefined,
  now: Date,
): string | undefined {
  const moves = windowDays !== undefined || state === "stopped";
  if (!moves || at === undefined) return moves ? undefined : earliest;
  const moment = new Date(at).toISOString();
  return moment >= earliest && moment <= now.toISOString() ? moment : undefined;
}

function refused(why: string): RestoreOpened {
  return { opened: false, why };
}
