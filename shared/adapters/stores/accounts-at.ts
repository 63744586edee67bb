import { canonicalAddress } from "../../domain/rights/address-reference.ts";
import type { AccountOnFile } from "../../operations/ports.ts";

/**
 * Returns the accounts at an address, each once, at most so many: what a store answers to the address in lower case, and
 * as it is written. Whatever it answers is compared once more: a filter that takes more for the same than we do must not
 * lead to somebody else's account.
 *
 * @param look returns what a store has at exactly this spelling.
 */
export async function accountsAt(
  address: string,
  limit: number,
  look: (spelling: string) => Promise<readonly AccountOnFile[]>,
): Promise<readonly AccountOnFile[]> {
  const asked = canonicalAddress(address);
  const found = new Map<string, AccountOnFile>();
  for (const spelling of new Set([asked, address])) {
    for (const account of await look(spelling)) {
      if (canonicalAddress(account.address) === asked) found.set(account.subjectId, account);
    }
  }
  return [...found.values()]
    .toSorted((one, other) => (one.subjectId < other.subjectId ? -1 : 1))
    .slice(0, limit);
}
