import { canonicalJson, sha256Hex } from "../canonical-json.ts";
import type { Disclosure } from "./disclosure.ts";
import { isCached } from "./meant-copy.ts";

/** A thing at a third party is on record as somebody else's; nothing was recorded. */
export class SentOfAnother extends Error {
  override readonly name = "SentOfAnother";

  constructor({ processor, kind }: Pick<Disclosure, "processor" | "kind">) {
    super(
      `This ${kind} at ${processor} is on record as another person's, so an erasure of either would take it from both: record each thing once, for the person it is of, by the id that ${processor} gave it.`,
    );
  }
}

/**
 * Returns what names a thing at a third party, whoever it is of; undefined for what lies in a cache, which loses nothing
 * by being purged for somebody else. A digest: the name itself is in the record.
 */
export function copyKey({ processor, kind, reference }: Disclosure): string | undefined {
  return isCached(kind) ? undefined : sha256Hex(canonicalJson([processor, kind, reference]));
}
