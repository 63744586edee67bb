import type { RecoveryPoint, RecoveryPointKind } from "../../../shared/domain/backups/recovery-point.ts";
import type { RecoveryPoints } from "../../../shared/operations/backup-ports.ts";
import type { Clock } from "../../../shared/operations/ports.ts";

const DAY_MS = 86_400_000;

/** What a store held at one moment: of a bucket each object, of a table each item. */
export interface Contents {
  readonly objects: readonly CopiedObject[];
  readonly items: readonly CopiedItem[];
}

/** An object as it stood; `storedAt` is when its bucket got it, ISO 8601 UTC. */
export interface CopiedObject {
  readonly key: string;
  readonly body: Uint8Array;
  readonly storedAt: string;
  readonly metadata?: Readonly<Record<string, string>>;
}

/** An item as DynamoDB's document client reads it. */
export type CopiedItem = Readonly<Record<string, unknown>>;

/** How a recovery point is made; what is left out is as a plan would have it. */
export interface Taking {
  readonly kind?: RecoveryPointKind;
  readonly place?: string;
  /** Deleted so long after; `null`: nobody ever deletes it. */
  readonly keptDays?: number | null;
  readonly state?: "whole" | "partial" | "being-made";
}

/** Recovery points that are real copies, and lie, lock and fail as those of AWS do. */
export interface InMemoryRecoveryPoints extends RecoveryPoints {
  /** Copies a store as it is now, and returns the id of the copy. */
  take(storeId: string, taking?: Taking): string;
  /** Begins a window over a store: from now on each {@link observe} is a moment that it can bring back. */
  begin(storeId: string, windowDays: number, kind?: "continuous" | "point-in-time", place?: string): string;
  /** Adds what a store holds now to the windows over it; a test calls it after each change. */
  observe(storeId: string): void;
  /** A change of its length: the old window is added to no more and stays as long as it said, and a new one begins. */
  changeWindow(pointId: string, windowDays: number): string;
  /** What a copy can bring back, as it stood at `at` or, of one moment, then. Not there: it throws. */
  contentsOf(pointId: string, at?: Date): Contents;
  /** What is due goes, as AWS lets it go by itself. */
  ageOut(): void;
  /** The role is gone: no end is kept from now on, and what is due stays as `expired`. */
  loseRole(): void;
  /** Deletion is answered with success, and is not done. */
  deleteNothing(): void;
  /** Somebody deletes it by hand, whatever stands in the way. */
  forget(pointId: string): void;
  /** A vault lock or legal hold of AWS Backup is over a copy. */
  lock(pointId: string): void;
  /** The next call of this side fails, once. */
  failNext(side: "list" | "delete", error: Error): void;
}

interface Kept {
  point: RecoveryPoint;
  moments: readonly { readonly at: string; readonly contents: Contents }[];
  isLocked: boolean;
}

/** Kinds that have no call by which they could be deleted here. */
const WITHOUT_CALL: readonly RecoveryPointKind[] = [
  "point-in-time",
  "table-backup",
  "system-backup",
  "export",
];

/**
 * Returns recovery points of stores in memory, none at first.
 *
 * @param contentsOfStore what a store holds now; each copy is made of its own bytes.
 */
export function inMemoryRecoveryPoints(
  clock: Clock,
  contentsOfStore: (storeId: string) => Contents,
): InMemoryRecoveryPoints {
  const kept = new Map<string, Kept>();
  const failures = new Map<"list" | "delete", Error>();
  const told = { hasRole: true, deletes: true };
  let made = 0;

  const failIfTold = (side: "list" | "delete") => {
    const error = failures.get(side);
    failures.delete(side);
    if (error) throw error;
  };
  const keep = (point: Omit<RecoveryPoint, "pointId">): string => {
    made += 1;
    const pointId = `arn:aws:backup:eu-central-1:000000000000:recovery-point:${made}`;
    kept.set(pointId, { point: { pointId, ...point }, moments: [momentOf(point.storeId)], isLocked: false });
    return pointId;
  };
  const momentOf = (storeId: string) => ({
    at: clock.now().toISOString(),
    contents: structuredClone(contentsOfStore(storeId)),
  });
  const keptOf = (pointId: string): Kept => {
    const one = kept.get(pointId);
    if (!one) throw new Error(`There is no recovery point ${pointId}.`);
    return one;
  };
  const daysFromNow = (days: number) => new Date(clock.now().getTime() + days * DAY_MS).toISOString();

  return {
    async listOf(storeId) {
      failIfTold("list");
      return [...kept.values()]
        .map(({ point }) => seenAt(point, clock.now()))
        .filter((point) => point.storeId === storeId)
        .sort((one, other) => (one.earliest < other.earliest ? -1 : 1));
    },
    async read({ pointId }) {
      failIfTold("list");
      const one = kept.get(pointId);
      return one && seenAt(one.point, clock.now());
    },
    async delete({ pointId, kind }) {
      failIfTold("delete");
      if (WITHOUT_CALL.includes(kind)) return "has-no-call";
      const one = kept.get(pointId);
      if (one?.isLocked) return "locked";
      if (one && !told.deletes) one.point = { ...one.point, state: "expired" };
      if (told.deletes) kept.delete(pointId);
      return "asked";
    },
    take(storeId, { kind = "snapshot", place = "daily", keptDays = 35, state = "whole" } = {}) {
      const where = kind === "table-backup" || kind === "system-backup" ? {} : { place };
      const end = keptDays === null ? {} : { deleteAt: daysFromNow(keptDays) };
      return keep({ storeId, kind, state, earliest: clock.now().toISOString(), ...where, ...end });
    },
    begin(storeId, windowDays, kind = "continuous", place = "daily") {
      const where = kind === "continuous" ? { place } : {};
      const earliest = clock.now().toISOString();
      return keep({ storeId, kind, state: "moving", earliest, windowDays, ...where });
    },
    observe(storeId) {
      for (const one of kept.values()) {
        const { point } = one;
        if (point.storeId === storeId && point.state === "moving")
          one.moments = [...one.moments, momentOf(storeId)];
      }
    },
    changeWindow(pointId, windowDays) {
      const one = keptOf(pointId);
      const { storeId, kind, place, windowDays: before = 0 } = one.point;
      const { windowDays: _moved, ...stopped } = seenAt(one.point, clock.now());
      one.point = { ...stopped, state: "stopped", deleteAt: daysFromNow(before) };
      return this.begin(storeId, windowDays, kind === "point-in-time" ? kind : "continuous", place);
    },
    contentsOf(pointId, at = clock.now()) {
      const { point, moments } = keptOf(pointId);
      const { earliest } = seenAt(point, clock.now());
      const wanted = at.toISOString();
      if (point.windowDays !== undefined && wanted < earliest)
        throw new Error(`${pointId} reaches back to ${earliest} only.`);
      const moment = moments.findLast((one) => one.at <= wanted) ?? moments[0];
      if (!moment) throw new Error(`${pointId} holds nothing.`);
      return structuredClone(moment.contents);
    },
    ageOut() {
      const now = clock.now().toISOString();
      for (const [pointId, one] of kept) {
        if (one.point.deleteAt === undefined || one.point.deleteAt > now) continue;
        if (told.hasRole) kept.delete(pointId);
        else one.point = { ...one.point, state: "expired" };
      }
    },
    loseRole: () => {
      told.hasRole = false;
    },
    deleteNothing: () => {
      told.deletes = false;
    },
    forget: (pointId) => {
      kept.delete(pointId);
    },
    lock: (pointId) => {
      keptOf(pointId).isLocked = true;
    },
    failNext: (side, error) => {
      failures.set(side, error);
    },
  };
}

/** A window moves on by itself. */
function seenAt(point: RecoveryPoint, now: Date): RecoveryPoint {
  if (point.windowDays === undefined) return point;
  const back = new Date(now.getTime() - point.windowDays * DAY_MS).toISOString();
  return { ...point, earliest: [point.earliest, back].sort()[1] ?? back };
}
