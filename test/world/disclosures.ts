import { copyKey, SentOfAnother } from "../../shared/domain/processors/copy-key.ts";
import type { Disclosure } from "../../shared/domain/processors/disclosure.ts";
import type { Disclosures } from "../../shared/operations/ports.ts";

/** What was sent to third parties, in memory. */
export function inMemoryDisclosures(): Disclosures {
  const kept = new Map<string, Map<string, Disclosure>>();
  const owners = new Map<string, string>();
  return {
    async record(subjectRef, disclosure) {
      const key = copyKey(disclosure);
      if (key !== undefined && (owners.get(key) ?? subjectRef) !== subjectRef)
        throw new SentOfAnother(disclosure);
      if (key !== undefined) owners.set(key, subjectRef);
      const theirs = kept.get(subjectRef) ?? new Map<string, Disclosure>();
      kept.set(subjectRef, theirs.set(disclosure.disclosureId, structuredClone(disclosure)));
    },
    async *of(subjectRef): AsyncGenerator<Disclosure> {
      const theirs = [...(kept.get(subjectRef)?.values() ?? [])];
      yield* theirs.sort((a, b) => (a.disclosureId < b.disclosureId ? -1 : 1));
    },
    async settle(subjectRef, disclosure) {
      kept.get(subjectRef)?.delete(disclosure.disclosureId);
      owners.delete(copyKey(disclosure) ?? "");
    },
  };
}
