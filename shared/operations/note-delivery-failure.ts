import { addressReference } from "../domain/rights/address-reference.ts";
import type { Clock, Correspondence, SubjectKeys } from "./ports.ts";

/** Letters that did not arrive, or were not wanted. */
export interface DeliveryFailure {
  readonly why: "bounce" | "complaint";
  readonly addresses: readonly string[];
}

export interface NoteDeliveryFailurePorts {
  readonly correspondence: Pick<Correspondence, "markUndeliverable">;
  readonly subjectKeys: SubjectKeys;
  readonly clock: Clock;
}

/** Remembers, by reference, that no more letters are to go to these addresses; noting it twice is once. */
export async function noteDeliveryFailure(
  { correspondence, subjectKeys, clock }: NoteDeliveryFailurePorts,
  service: string,
  { why, addresses }: DeliveryFailure,
): Promise<void> {
  const secret = await subjectKeys.current();
  for (const address of new Set(addresses)) {
    await correspondence.markUndeliverable(addressReference(secret, service, address), why, clock.now());
  }
}
