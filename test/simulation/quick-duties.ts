import { isoText } from "../../shared/domain/retention/iso-text.ts";
import type { Duties, Duty } from "../../shared/operations/ports.ts";

/** Duties in memory. */
export interface QuickDuties extends Duties {
  /** Says whether whoever asks by then, ISO 8601 UTC, is told of any. */
  isAnyDue(by: string): boolean;
}

/** Returns duties in memory, which are asked for each minute for years: a text is made of each moment once. */
export function quickDuties(): QuickDuties {
  const standing = new Map<string, Duty>();
  return {
    isAnyDue(by) {
      for (const { dueAt } of standing.values()) if (dueAt <= by) return true;
      return false;
    },
    async put(duty) {
      standing.set(duty.dutyId, duty);
    },
    async putOnce(duty) {
      if (!standing.has(duty.dutyId)) standing.set(duty.dutyId, duty);
    },
    async cancel(dutyId) {
      standing.delete(dutyId);
    },
    async dueBy(now, limit) {
      const by = isoText(now.getTime());
      const due: Duty[] = [];
      for (const duty of standing.values()) if (duty.dueAt <= by) due.push(duty);
      return due.sort((one, other) => one.dueAt.localeCompare(other.dueAt)).slice(0, limit);
    },
    async done({ dutyId, dueAt }) {
      if (standing.get(dutyId)?.dueAt === dueAt) standing.delete(dutyId);
    },
  };
}
