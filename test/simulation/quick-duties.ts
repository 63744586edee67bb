import { isoMs, isoText } from "../../shared/domain/retention/iso-text.ts";
import type { Duties, Duty } from "../../shared/operations/ports.ts";

/** Duties in memory. */
export interface QuickDuties extends Duties {
  /** Says whether whoever asks then is told of any. */
  isAnyDue(at: Date): boolean;
}

/** Returns duties in memory, which are asked for each minute for years: a text is made of each moment once. */
export function quickDuties(): QuickDuties {
  const standing = new Map<string, Duty>();
  /** Nothing is due before this. */
  let nothingBeforeMs = Number.POSITIVE_INFINITY;
  const stand = (duty: Duty): void => {
    standing.set(duty.dutyId, duty);
    nothingBeforeMs = Math.min(nothingBeforeMs, isoMs(duty.dueAt));
  };
  const lookAgain = (): void => {
    nothingBeforeMs = Number.POSITIVE_INFINITY;
    for (const { dueAt } of standing.values()) nothingBeforeMs = Math.min(nothingBeforeMs, isoMs(dueAt));
  };
  return {
    isAnyDue(at) {
      if (at.getTime() < nothingBeforeMs) return false;
      lookAgain();
      return at.getTime() >= nothingBeforeMs;
    },
    async put(duty) {
      stand(duty);
    },
    async putOnce(duty) {
      if (!standing.has(duty.dutyId)) stand(duty);
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
