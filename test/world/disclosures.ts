import type { Disclosure } from "../../shared/domain/processors/disclosure.ts";
import type { Disclosures } from "../../shared/operations/ports.ts";

/** What was sent to third parties, in memory. */
export function inMemoryDisclosures(): Disclosures {
  const kept = new Map<string, Map<string, Disclosure>>();
  return {
    async record(subjectRef, disclosure) {
      const theirs = kept.get(subjectRef) ?? new Map<string, Disclosure>();
      kept.set(subjectRef, theirs.set(disclosure.disclosureId, structuredClone(disclosure)));
    },
    async *of(subjectRef): AsyncGenerator<Disclosure> {
      const theirs = [...(kept.get(subjectRef)?.values() ?? [])];
      yield* theirs.sort((a, b) => (a.disclosureId < b.disclosureId ? -1 : 1));
    },
    async settle(subjectRef, disclosureId) {
      kept.get(subjectRef)?.delete(disclosureId);
    },
  };
}
