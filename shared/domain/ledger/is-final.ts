import { isUnsettled } from "../processors/unsettled.ts";
import type { CertificateBody } from "./certificate.ts";

/**
 * Says whether nothing is left to be deleted later, by what a certificate itself states: every store is empty, each third
 * party that was asked has said its last word, and no copy can bring anything back.
 */
export function isFinal({
  sealed,
  stores,
  processors,
  backups,
  issuedAt,
}: Pick<CertificateBody, "sealed" | "stores" | "processors" | "backups" | "issuedAt">): boolean {
  // What is sealed has its end before it.
  if (sealed) return sealed.liftedAt !== undefined;
  const isEmpty = stores.every(({ left, retained }) => left + retained === 0);
  const at = new Date(issuedAt);
  const haveSettled = (processors.outcomes ?? []).every((asked) => !isUnsettled(asked, at));
  return isEmpty && haveSettled && areCopiesGone(backups);
}

/** By the day that is named the copies are looked for; until then nobody knows. */
function areCopiesGone({ lastCopyGoneBy, stores = [] }: CertificateBody["backups"]): boolean {
  return lastCopyGoneBy === undefined && stores.every(({ copies }) => copies === 0);
}
