import { isKeyOfItem } from "../../../shared/adapters/stores/item-key.ts";
import { itemPlace } from "../../../shared/adapters/stores/item-place.ts";
import { sha256Hex } from "../../../shared/domain/canonical-json.ts";
import type { Scope } from "../../../shared/domain/erasure/scope.ts";
import type { SubjectId } from "../../../shared/domain/erasure/subject-id.ts";
import { itemsOf, type SubjectStore } from "../../../shared/domain/policy/store.ts";
import type { StoreAdapter } from "../../../shared/operations/ports.ts";

/** A declared store in memory, in which each person's things are under the keys that the policy gives them. */
export interface KeyedStore {
  readonly declared: SubjectStore;
  put(subject: SubjectId, keys: readonly string[]): void;
  keys(subject: SubjectId): readonly string[];
  /** Returns the three sides, narrowed to a scope as those of AWS are. */
  adapter(scope: Scope): StoreAdapter;
}

/** Returns an empty store; `onEmpty` is told when a person has nothing in it any more. */
export function keyedStore(
  declared: SubjectStore,
  onEmpty: (subject: SubjectId) => void = () => undefined,
): KeyedStore {
  const bySubject = new Map<SubjectId, Set<string>>();
  const keys = (subject: SubjectId): readonly string[] => [...(bySubject.get(subject) ?? [])].sort();
  const items = itemsOf(declared);

  const adapter = (scope: Scope): StoreAdapter => {
    const meant = (subject: SubjectId) => {
      const place = itemPlace(items, subject, scope);
      return keys(subject).filter((key) => place?.holds(key) ?? true);
    };
    return {
      storeId: declared.id,
      kind: declared.kind,
      finder: {
        find: async (subject) => {
          const found = meant(subject);
          return { found: found.length, bytes: 0, digest: sha256Hex(found.join("\n")) };
        },
      },
      eraser: {
        async erase(subject, gate, onDeleted) {
          const entries = meant(subject).map((key) => ({ id: key, item: key }));
          const answer = await gate.mayDelete(entries);
          if (!answer.proceed) return { deleted: 0, left: 0, leftBehind: [], finished: false };
          for (const { id } of answer.free) bySubject.get(subject)?.delete(id);
          await onDeleted(answer.free.length);
          if (keys(subject).length === 0) onEmpty(subject);
          return { deleted: answer.free.length, left: 0, leftBehind: [], finished: true };
        },
      },
      verifier: {
        countRemaining: async (subject) =>
          keys(subject).filter((key) => !("id" in scope) || isKeyOfItem(items, subject, scope, key)).length,
      },
    };
  };

  return {
    declared,
    keys,
    adapter,
    put: (subject, more) => {
      bySubject.set(subject, new Set([...keys(subject), ...more]));
    },
  };
}
