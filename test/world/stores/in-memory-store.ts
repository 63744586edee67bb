import { LeftBehindList } from "../../../shared/adapters/stores/left-behind.ts";
import { sha256Hex } from "../../../shared/domain/canonical-json.ts";
import type { SubjectId } from "../../../shared/domain/erasure/subject-id.ts";
import type { StoreKind } from "../../../shared/domain/policy/store.ts";
import type { ErasurePass, StoreAdapter } from "../../../shared/operations/ports.ts";

/** A side of a store that can be made to fail. */
export type StoreSide = "find" | "erase" | "verify";

/** A store of a service in memory, which can lock, hide and fail. */
export interface InMemoryStore extends StoreAdapter {
  /** Stores entries of a subject under these ids; a number stands for as many ids of its own making. */
  put(subject: SubjectId, ids: readonly string[] | number, createdAt?: Date): void;
  /** Keeps an entry from being deleted until this instant, as Object Lock does; without one for ever, and unexplained. */
  lock(subject: SubjectId, id: string, until?: string): void;
  /** Lets go of every lock. */
  unlock(): void;
  /** Keeps an entry from finder and eraser, as a bug in them would; the verifier sees it. */
  hide(subject: SubjectId, id: string): void;
  /** Makes the next call of a side fail, once; `afterBatches` deletes that many batches first. */
  failNext(side: StoreSide, error: Error, afterBatches?: number): void;
  /** Ids of what is stored of a subject, whoever can see it. */
  holds(subject: SubjectId): readonly string[];
  /** All that is stored, of everybody. */
  everything(): readonly {
    readonly subject: SubjectId;
    readonly id: string;
    readonly createdAt?: Date | undefined;
  }[];
}

interface Entry {
  readonly id: string;
  readonly createdAt?: Date | undefined;
  lock?: { readonly until: string | undefined };
  isHidden?: boolean;
}

/** Small, so that a few entries are several batches. */
const ENTRIES_PER_BATCH = 10;
const BYTES_PER_ENTRY = 100;

/** Returns an empty store in memory; `onTaken` is told of entries in the moment in which they go. */
export function inMemoryStore(
  storeId: string,
  kind: StoreKind,
  onTaken: (subject: SubjectId, ids: readonly string[]) => void = () => undefined,
): InMemoryStore {
  const bySubject = new Map<SubjectId, Map<string, Entry>>();
  const failures = new Map<StoreSide, { error: Error; afterBatches: number }>();
  const entriesOf = (subject: SubjectId): Map<string, Entry> => {
    const entries = bySubject.get(subject) ?? new Map<string, Entry>();
    bySubject.set(subject, entries);
    return entries;
  };
  const seen = (subject: SubjectId): Entry[] =>
    [...entriesOf(subject).values()].filter(({ isHidden }) => !isHidden);
  const entry = (subject: SubjectId, id: string): Entry => {
    const found = entriesOf(subject).get(id);
    if (!found) throw new Error(`Store ${storeId} has no entry ${id} to lock or hide.`);
    return found;
  };
  const failIfTold = (side: StoreSide, batches: number): void => {
    const failure = failures.get(side);
    if (!failure || failure.afterBatches > batches) return;
    failures.delete(side);
    throw failure.error;
  };

  return {
    storeId,
    kind,
    finder: {
      async find(subject) {
        failIfTold("find", 0);
        const ids = seen(subject).map(({ id }) => id);
        return {
          found: ids.length,
          bytes: ids.length * BYTES_PER_ENTRY,
          digest: sha256Hex(JSON.stringify(ids.sort())),
        };
      },
    },
    eraser: {
      async erase(subject, gate, onDeleted): Promise<ErasurePass> {
        failIfTold("erase", 0);
        const list = new LeftBehindList();
        let deleted = 0;
        const ended = (finished: boolean): ErasurePass => {
          return { deleted, left: list.count, leftBehind: list.listed, finished };
        };
        for (const { id, lock } of seen(subject)) {
          if (lock) await list.add(id, "AccessDenied", async () => lock.until);
        }
        const tried = new Set<string>();
        for (let batches = 1; ; batches += 1) {
          const batch = seen(subject)
            .filter(({ id, lock }) => lock === undefined && !tried.has(id))
            .slice(0, ENTRIES_PER_BATCH)
            .map(({ id, createdAt }) => ({ id, item: id, createdAt }));
          if (batch.length === 0) return ended(true);
          const answer = await gate.mayDelete(batch);
          if (!answer.proceed) return ended(false);
          for (const held of answer.held) {
            tried.add(held.entry.id);
            list.addHeld(held);
          }
          if (answer.free.length === 0) continue;
          for (const { id } of answer.free) entriesOf(subject).delete(id);
          onTaken(
            subject,
            answer.free.map(({ id }) => id),
          );
          deleted += answer.free.length;
          await onDeleted(answer.free.length);
          failIfTold("erase", batches);
        }
      },
    },
    verifier: {
      async countRemaining(subject) {
        failIfTold("verify", 0);
        return entriesOf(subject).size;
      },
    },
    put(subject, ids, createdAt) {
      const before = entriesOf(subject).size;
      const named =
        typeof ids === "number" ? Array.from({ length: ids }, (_, at) => `entry-${before + at}`) : ids;
      for (const id of named) entriesOf(subject).set(id, { id, createdAt });
    },
    lock(subject, id, until) {
      entry(subject, id).lock = { until };
    },
    unlock() {
      for (const entries of bySubject.values()) for (const each of entries.values()) delete each.lock;
    },
    hide(subject, id) {
      entry(subject, id).isHidden = true;
    },
    failNext(side, error, afterBatches = 0) {
      failures.set(side, { error, afterBatches });
    },
    holds: (subject) => [...entriesOf(subject).keys()],
    everything: () =>
      [...bySubject].flatMap(([subject, entries]) =>
        [...entries.values()].map(({ id, createdAt }) => ({ subject, id, createdAt })),
      ),
  };
}
