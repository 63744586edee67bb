import type { ProcessorAsk } from "../../shared/domain/processors/processor-ask.ts";
import type { ProcessorAsks } from "../../shared/operations/ports.ts";

/** What third parties are asked about, in memory. */
export function inMemoryAsks(): ProcessorAsks {
  const kept = new Map<string, Map<string, ProcessorAsk>>();
  const theirs = (requestId: string) => kept.get(requestId) ?? new Map<string, ProcessorAsk>();
  return {
    async begin(ask) {
      const asks = theirs(ask.requestId);
      const { disclosureId } = ask.disclosure;
      if (!asks.has(disclosureId)) kept.set(ask.requestId, asks.set(disclosureId, structuredClone(ask)));
    },
    async *of(requestId): AsyncGenerator<ProcessorAsk> {
      const all = [...theirs(requestId).values()];
      yield* all.sort((a, b) => (a.disclosure.disclosureId < b.disclosure.disclosureId ? -1 : 1));
    },
    async note(ask) {
      const before = theirs(ask.requestId).get(ask.disclosure.disclosureId);
      if (before && before.tries < ask.tries)
        theirs(ask.requestId).set(ask.disclosure.disclosureId, structuredClone(ask));
    },
    async forget(requestId) {
      kept.delete(requestId);
    },
  };
}
