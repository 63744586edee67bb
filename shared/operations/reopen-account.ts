import { closesAccount } from "../domain/erasure/scope.ts";
import { SCOPES } from "../domain/policy/erasure-scope.ts";
import type { ErasureRequest } from "../domain/requests/erasure-request.ts";
import type { RightsRequest } from "../domain/rights/rights-request.ts";
import type { Accounts, Tombstones } from "./ports.ts";

export interface ReopenAccountPorts {
  readonly accounts: Pick<Accounts, "enable">;
  readonly tombstones: Pick<Tombstones, "read">;
}

/**
 * Opens an account again that was closed on a report, if nothing came of that: each erasure was refused or taken back,
 * and no other one has frozen the person.
 */
export async function reopenAccount(
  ports: ReopenAccountPorts,
  { closedAccount, subjectId }: Pick<RightsRequest, "closedAccount" | "subjectId">,
  erasures: readonly ErasureRequest[],
): Promise<void> {
  const [first] = erasures;
  if (closedAccount !== true || subjectId === undefined || first === undefined) return;
  if (!erasures.every(({ progress }) => progress.state === "refused" || progress.state === "withdrawn"))
    return;
  if (await isFrozen(ports, first.subjectRef)) return;
  await ports.accounts.enable(subjectId);
}

async function isFrozen({ tombstones }: ReopenAccountPorts, subjectRef: string): Promise<boolean> {
  for (const scope of SCOPES.filter(closesAccount)) {
    if (await tombstones.read(subjectRef, { scope })) return true;
  }
  return false;
}
