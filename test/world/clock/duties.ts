import type { Duties, Duty } from "../../../shared/operations/ports.ts";

/** Duties in memory. */
export function inMemoryDuties(): Duties {
  const standing = new Map<string, Duty>();
  return {
    async put(duty) {
      standing.set(duty.dutyId, structuredClone(duty));
    },
    async putOnce(duty) {
      if (!standing.has(duty.dutyId)) standing.set(duty.dutyId, structuredClone(duty));
    },
    async cancel(dutyId) {
      standing.delete(dutyId);
    },
    async dueBy(now, limit) {
      return structuredClone(
        [...standing.values()]
          .filter(({ dueAt }) => dueAt <= now.toISOString())
          .sort((one, other) => one.dueAt.localeCompare(other.dueAt))
          .slice(0, limit),
      );
    },
    async done({ dutyId, dueAt }) {
      if (standing.get(dutyId)?.dueAt === dueAt) standing.delete(dutyId);
    },
  };
}
