import { type Decision, orderOf } from "../../shared/domain/consents/decision.ts";
import type { Decisions } from "../../shared/operations/ports.ts";

/** Decisions in memory. */
export function inMemoryDecisions(): Decisions {
  const standing = new Map<string, Decision>();
  const history = new Map<string, Decision>();
  const keyOf = (subjectRef: string, purpose: string) => `${subjectRef}#${purpose}`;
  return {
    async record(decision) {
      history.set(`${decision.subjectRef}#${orderOf(decision)}`, decision);
      const key = keyOf(decision.subjectRef, decision.purpose);
      const stands = standing.get(key);
      if (!stands || orderOf(stands) < orderOf(decision)) standing.set(key, decision);
    },
    async standing(subjectRef, purpose) {
      return standing.get(keyOf(subjectRef, purpose));
    },
    async history(subjectRef, limit) {
      return [...history.values()]
        .filter((decision) => decision.subjectRef === subjectRef)
        .sort((a, b) => (orderOf(a) < orderOf(b) ? 1 : -1))
        .slice(0, limit);
    },
  };
}
