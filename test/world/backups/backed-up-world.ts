import { policy as dreamPortraits } from "../../../policies/dream-portraits.ts";
import { vaultName } from "../../../shared/domain/backups/vault-name.ts";
import type { SubjectId } from "../../../shared/domain/erasure/subject-id.ts";
import type { PolicyDeclaration } from "../../../shared/domain/policy/policy.ts";
import { doDuties } from "../../../shared/operations/do-duties.ts";
import { planWatchOfCopies, watchCopies } from "../../../shared/operations/watch-copies.ts";
import { watchLastCopy } from "../../../shared/operations/watch-last-copy.ts";
import { erasureWorld } from "../erasure-world.ts";

export const DAY_MS = 86_400_000;

type VaultDeclaration = NonNullable<PolicyDeclaration["backups"]["vaults"]>[number];

/** The portrait service as if it had published that backups of portraits stay for 35 days, with every port in memory. */
export async function backedUpWorld(
  changes: Partial<PolicyDeclaration> = {},
  vault: Partial<VaultDeclaration> = {},
) {
  const vaults = [{ id: "nightly", stores: ["portraits"], retentionDays: 34, ...vault }];
  const world = await erasureWorld({
    stores: dreamPortraits.stores.map((store) =>
      store.id === "portraits" && store.kind === "s3" ? { ...store, versioned: true } : store,
    ),
    backups: { publishedException: "DP5", longestDays: 35, vaults },
    ...changes,
  });
  const { policy } = world.compiled;
  const { id: service, regions } = policy.service;
  const of = { service, region: regions[0] ?? "", policy };
  const subject = world.settle("backed-up", 3);
  const handlers = { ...watchCopies(world, of), ...watchLastCopy(world) };
  return {
    ...world,
    of,
    subject,
    vault: vaultName(service, "nightly"),
    doDuties: () => doDuties(world, handlers),
    /** Looks at every copy, as it is done twice a day. */
    async watch() {
      await planWatchOfCopies(world.duties, world.clock.now());
      return doDuties(world, handlers);
    },
    /** Moves to the day on which the last copy can be there, lets AWS do what it does by itself, and looks. */
    async lookOnLastDay() {
      world.clock.advance(36 * DAY_MS);
      world.recoveryPoints.ageOut();
      return doDuties(world, handlers);
    },
  };
}

/** Erases the person of such a world, and returns the request. */
export async function erased(
  world: Awaited<ReturnType<typeof backedUpWorld>> & { readonly subject: SubjectId },
  meanwhile: () => void = () => undefined,
): Promise<string> {
  const requestId = await world.open(world.subject);
  meanwhile();
  await world.drainAndRun(requestId);
  return requestId;
}
