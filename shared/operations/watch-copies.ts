import { type Judgement, judgeCopy } from "../domain/backups/judge-copy.ts";
import type { RecoveryPoint } from "../domain/backups/recovery-point.ts";
import type { Policy } from "../domain/policy/policy.ts";
import type { Store } from "../domain/policy/store.ts";
import { hostOf } from "../domain/policy/store-host.ts";
import { newTask, type TaskSubject } from "../domain/tasks/task.ts";
import type { RecoveryPoints } from "./backup-ports.ts";
import type { DoDuty } from "./do-duties.ts";
import type { Clock, Duties, Holds, RequestRegister, Tasks } from "./ports.ts";

const WATCH_COPIES = "watch-copies";
/** Somebody is told within a day; looking twice in it leaves time for a look that fails. */
const WATCH_EVERY_MS = 12 * 3_600_000;
/** As many as fit into what a task can say. */
const NAMED_MAX = 3;

export interface WatchCopiesPorts {
  readonly recoveryPoints: RecoveryPoints;
  readonly holds: Pick<Holds, "active">;
  readonly register: Pick<RequestRegister, "pausedAll">;
  readonly tasks: Tasks;
  readonly clock: Clock;
}

/** A copy, and how it stands to the policy. */
export interface CopyView {
  readonly point: RecoveryPoint;
  readonly judgement: Judgement;
}

/** Puts that copies are looked at, unless it stands; it puts itself again. */
export async function planWatchOfCopies(duties: Pick<Duties, "putOnce">, now: Date): Promise<void> {
  await duties.putOnce({ dutyId: WATCH_COPIES, kind: WATCH_COPIES, about: {}, dueAt: now.toISOString() });
}

/**
 * Returns how copies are watched: every copy of every store is listed. What is past its end is deleted and looked for
 * again, since a deletion that is answered with success may not have been done; what nobody declared is left to a person.
 */
export function watchCopies(
  ports: WatchCopiesPorts,
  of: Pick<TaskSubject, "service" | "region"> & { readonly policy: Policy },
): Readonly<Record<typeof WATCH_COPIES, DoDuty>> {
  return {
    async [WATCH_COPIES](duty) {
      const now = ports.clock.now();
      const copies = await readCopies(ports.recoveryPoints, of.policy, now);
      const { service, region } = of;
      const open = (kind: "copy-not-gone" | "copy-not-declared", needs: string) =>
        ports.tasks.open(newTask(kind, { service, region }, { needs, now }));
      // Before anything is deleted: a deletion that fails must hide nothing.
      const undeclared = copies.flatMap(({ point, judgement }) =>
        judgement.is === "undeclared" ? [`${point.storeId}: ${judgement.because}`] : [],
      );
      if (undeclared.length > 0) await open("copy-not-declared", whatToDeclare(undeclared));
      const overdue = copies.filter(({ judgement }) => judgement.is === "overdue");
      const left = await endOverdue(
        ports,
        overdue.map(({ point }) => point),
      );
      if (left.length > 0) await open("copy-not-gone", whatToEnd(left));
      return { ...duty, dueAt: new Date(now.getTime() + WATCH_EVERY_MS).toISOString() };
    },
  };
}

/** Returns every copy of every store of the policy, each once, and how it stands to the policy; nothing is changed. */
export async function readCopies(
  recoveryPoints: Pick<RecoveryPoints, "listOf">,
  policy: Policy,
  now: Date,
): Promise<readonly CopyView[]> {
  const found: CopyView[] = [];
  for (const store of hosts(policy)) {
    for (const point of await recoveryPoints.listOf(store.id)) {
      found.push({ point, judgement: judgeCopy(policy, store, point, now) });
    }
  }
  return found;
}

function hosts(policy: Policy): readonly Store[] {
  return [...new Set(policy.stores.flatMap((store) => hostOf(store, policy) ?? []))];
}

/** While anything is held or paused nothing is deleted, here as anywhere. */
async function endOverdue(
  { recoveryPoints, holds, register }: WatchCopiesPorts,
  overdue: readonly RecoveryPoint[],
): Promise<readonly RecoveryPoint[]> {
  if (overdue.length === 0) return [];
  if ((await holds.active()).length > 0 || (await register.pausedAll())) return overdue;
  const left: RecoveryPoint[] = [];
  for (const point of overdue) {
    await recoveryPoints.delete(point);
    // Whatever the answer was: only that it is not found any more says that it is gone.
    if (await recoveryPoints.read(point)) left.push(point);
  }
  return left;
}

function whatToDeclare(undeclared: readonly string[]): string {
  const more = undeclared.length > NAMED_MAX ? `; and ${undeclared.length - NAMED_MAX} more` : "";
  const each = `${undeclared.slice(0, NAMED_MAX).join("; ")}${more}`;
  return `Delete these copies, or declare them in the policy if what is published allows it (${each}): lethe copies.`;
}

function whatToEnd(left: readonly RecoveryPoint[]): string {
  const each = left
    .slice(0, NAMED_MAX)
    .map(({ storeId, place, state }) => `${storeId} in ${place ?? "DynamoDB"}, ${state}`);
  return `Find out why copies past their end are still there after they were to be deleted (${each.join("; ")}), and delete them: lethe copies.`;
}
