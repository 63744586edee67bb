import type { CopyKind, Disclosure } from "../../../shared/domain/processors/disclosure.ts";

/** Returns the record of one thing that was sent to a third party. */
export function disclosureOf(processor: string, kind: CopyKind, reference: string): Disclosure {
  return {
    schema: "lethe.disclosure/1",
    disclosureId: "dsc_00000000000000000000000001",
    processor,
    category: "prompt",
    kind,
    reference,
    sentAt: "2031-11-20T10:00:00.000Z",
  };
}
