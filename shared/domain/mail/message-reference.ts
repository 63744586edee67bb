import { keyedReference, type SubjectKey } from "../erasure/subject-reference.ts";
import { canonicalAddress } from "../rights/address-reference.ts";

/** Another use of the key, as the reference of an address is. */
const MESSAGE_LABEL = "message";

/**
 * Returns the keyed hash that stands for one mail of one sender, by the Message-ID that the sender gave it: a signed mail can
 * be sent again by whoever has it, and is then the same one under another number of the receiving server.
 */
export function messageReference(
  secret: SubjectKey,
  service: string,
  { address, messageId }: { readonly address: string; readonly messageId: string },
): string {
  return keyedReference(secret, [MESSAGE_LABEL, service, canonicalAddress(address), messageId]);
}
