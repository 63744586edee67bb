import type { StoreProgress } from "../domain/erasure/store-progress.ts";
import type { SealHold } from "../domain/holds/seal.ts";
import type { CertificateBody } from "../domain/ledger/certificate.ts";
import { retentionText } from "../domain/policy/copies-elsewhere.ts";
import { goesByItself } from "../domain/policy/goes-by-itself.ts";
import type { Policy } from "../domain/policy/policy.ts";
import type { Processor } from "../domain/policy/processor.ts";
import { storesSealed } from "../domain/policy/sealed-stores.ts";
import { holdsSubjects } from "../domain/policy/store.ts";

type CertifiedSeal = NonNullable<CertificateBody["sealed"]>;

/** Returns what a certificate says of a seal; its two people are referred to by request and plan, never by name. */
export function certifiedSeal(
  { holdId, placedAt, seal, released }: SealHold,
  approvedAt: string,
): CertifiedSeal {
  return {
    holdId,
    placedAt,
    until: seal.until,
    planDigest: seal.planDigest,
    approvedAt,
    ...(released === undefined ? {} : { liftedAt: released.at }),
    statement: released
      ? "Nothing was deleted by this request. Two people have lifted the seal that two people had placed; what becomes of what was under it is for other requests."
      : "Nothing was deleted. What there is was sealed by two people, and is deleted by no erasure until two people lift the seal.",
  };
}

/** Returns in whole sentences what a seal does not do. */
export function sealGaps(
  {
    policy,
    progress,
    elsewhere,
  }: {
    readonly policy: Policy;
    readonly progress: readonly StoreProgress[];
    readonly elsewhere: readonly Processor[];
  },
  late: { readonly until: string; readonly wasLast: boolean },
): readonly string[] {
  const sealed = storesSealed(policy);
  const expiring = sealed.filter((store) => goesByItself(policy, store)).map(({ id }) => id);
  const outside = policy.stores
    .filter(holdsSubjects)
    .map(({ id }) => id)
    .filter((id) => !sealed.some((store) => store.id === id));
  return [
    ...(late.wasLast
      ? []
      : [
          `Permission to write that was given before the freeze could be used until ${late.until}; what comes is sealed as well, and a later certificate counts it.`,
        ]),
    ...(outside.length === 0
      ? []
      : [`Not sealed, since the policy preserves nothing in it: ${outside.join(", ")}.`]),
    ...(expiring.length === 0
      ? []
      : [
          `AWS goes on deleting by age in ${expiring.join(", ")}, which no seal stops: a person has the task to copy what is there.`,
        ]),
    ...progress.flatMap(goneText),
    ...elsewhere.map(
      (one) => `${one.name} may hold copies, which this seal does not keep: ${retentionText(one)}.`,
    ),
  ];
}

function goneText({ storeId, sealed, verified, found }: StoreProgress): readonly string[] {
  const gone = (sealed?.foundMost ?? 0) - (verified?.found ?? found);
  return gone > 0
    ? [
        `${gone} of ${sealed?.foundMost} entries that were under the seal in ${storeId} are not there any more.`,
      ]
    : [];
}
