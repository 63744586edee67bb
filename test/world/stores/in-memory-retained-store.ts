import type { SubjectId } from "../../../shared/domain/erasure/subject-id.ts";
import type { RetainedStore } from "../../../shared/domain/policy/retained-stores.ts";
import { type InMemoryStore, inMemoryStore } from "./in-memory-store.ts";

/** A record under a pseudonym. */
interface Kept {
  readonly attributes: readonly string[];
}

/** A table in memory of which an erasure keeps a part of each record. */
export interface InMemoryRetainedStore extends InMemoryStore {
  /** Ids of what is kept of a person under their pseudonym. */
  kept(subject: SubjectId): readonly string[];
  /** Makes what cuts leave an attribute that nobody needs in this record, as a bug in it would. */
  cutBadly(id: string): void;
}

/** When everything that is kept here ends. */
export const KEPT_UNTIL = "2036-11-20T10:00:00.000Z";

/** What the service writes into each record that no duty needs. */
const NOT_NEEDED = ["buyerName", "buyerMail"];

/** Returns an empty table in memory. */
export function inMemoryRetainedStore({ store, retention }: RetainedStore): InMemoryRetainedStore {
  const bySubject = new Map<SubjectId, Map<string, Kept>>();
  const badlyCut = new Set<string>();
  const keptOf = (subject: SubjectId) => {
    const kept = bySubject.get(subject) ?? new Map<string, Kept>();
    bySubject.set(subject, kept);
    return kept;
  };
  const isAsStated = ({ attributes }: Kept) => attributes.every((name) => retention.keeps.includes(name));
  const table = inMemoryStore(store.id, store.kind, (subject, ids) => {
    for (const id of ids) {
      const attributes = [...retention.keeps, ...(badlyCut.has(id) ? NOT_NEEDED : [])];
      keptOf(subject).set(id, { attributes });
    }
  });
  return {
    ...table,
    retention,
    eraser: {
      async erase(subject, gate, onDeleted) {
        const { deleted: pseudonymised, ...pass } = await table.eraser.erase(subject, gate, onDeleted);
        return { ...pass, deleted: 0, pseudonymised };
      },
    },
    verifier: {
      async countRemaining(subject) {
        const faulty = [...keptOf(subject).values()].filter((kept) => !isAsStated(kept)).length;
        return (await table.verifier.countRemaining(subject)) + faulty;
      },
      async lookAtKept(subject) {
        const records = [...keptOf(subject).values()].filter(isAsStated).length;
        return records === 0 ? { records } : { records, until: KEPT_UNTIL };
      },
    },
    kept: (subject) => [...keptOf(subject).keys()],
    cutBadly: (id) => {
      badlyCut.add(id);
    },
  };
}
