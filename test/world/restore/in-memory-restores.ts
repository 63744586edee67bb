import { hasEnded, type Restore } from "../../../shared/domain/restore/restore.ts";
import type { Restores } from "../../../shared/operations/ports.ts";

/** Restores in memory, none at first. */
export function inMemoryRestores(): Restores {
  const stored = new Map<string, Restore>();
  return {
    async open(restore) {
      const open = [...stored.values()].find((one) => one.slot === restore.slot && !hasEnded(one));
      if (open) return open;
      stored.set(restore.restoreId, restore);
      return restore;
    },
    async read(restoreId) {
      return stored.get(restoreId);
    },
    async update(next) {
      const before = stored.get(next.restoreId);
      if (before?.revision !== next.revision) return undefined;
      const so = { ...next, revision: next.revision + 1 };
      stored.set(next.restoreId, so);
      return so;
    },
    async list(limit) {
      return [...stored.values()]
        .sort((one, other) => other.openedAt.localeCompare(one.openedAt))
        .slice(0, limit);
    },
  };
}
