import type { Policy } from "../policy/policy.ts";
import { categoriesSealed, storesSealed } from "../policy/sealed-stores.ts";
import type { ErasureRequest } from "../requests/erasure-request.ts";
import { maybeSamePerson } from "../requests/same-person.ts";
import type { Hold, HoldRelease, Seal } from "./hold.ts";
import { sealIdOf } from "./hold-id.ts";

const DAY_MS = 86_400_000;

/** How long before its end two people have to decide what becomes of a seal: an authority answers in weeks. */
export const DECIDE_BEFORE_END_MS = 30 * DAY_MS;

/** A category under a seal, with the end that the policy gives it. */
export interface SealedCategory {
  readonly category: string;
  readonly legalBasis: string;
  readonly until: string;
}

/** A hold that is a seal. */
export type SealHold = Hold & { readonly seal: Seal };

/** A request would seal alone what takes two people; nothing was sealed. */
export class SealNeedsTwoPeople extends Error {
  override readonly name = "SealNeedsTwoPeople";
}

/**
 * Returns the seal that a request places: over everything of the subject in the stores that the policy lets be
 * preserved, for as long as the longest of what it preserves. The person is in it by reference only, and the words of
 * the request are not, since a hold is kept for longer.
 *
 * @throws {SealNeedsTwoPeople} unless a member of staff asked for it and another one approved.
 */
export function sealOf(policy: Policy, request: ErasureRequest, now: Date): SealHold {
  const { requestId, openedBy, approval } = request;
  if (!approval || openedBy.kind !== "staff" || maybeSamePerson(openedBy, approval.by)) {
    throw new SealNeedsTwoPeople(
      `Request ${requestId} has not the word of two members of staff: approve it as a second one.`,
    );
  }
  const categories = categoriesSealed(policy);
  const until = endOf(now, Math.max(...categories.map(({ retentionDays }) => retentionDays)));
  const bases = new Set(categories.map(({ legalBasis }) => legalBasis));
  return {
    schema: "lethe.hold/1",
    service: request.service,
    region: request.region,
    holdId: sealIdOf(requestId),
    owner: [openedBy, approval.by].map(nameOf).join(" and "),
    reason: `Preserved for an authority by request ${requestId}`,
    legalBasis: [...bases].join("; ").slice(0, 600),
    reviewOn: until.slice(0, 10),
    covers: { subjectRef: request.subjectRef },
    placedBy: openedBy,
    placedAt: now.toISOString(),
    seal: {
      requestId,
      by: [openedBy, approval.by],
      planDigest: approval.planDigest,
      stores: storesSealed(policy).map(({ id }) => id),
      until,
      revision: 1,
    },
  };
}

/**
 * Makes sure that two people want a hold released, if it takes two.
 *
 * @throws {SealNeedsTwoPeople} if it is a seal of which nobody else has asked the same.
 */
export function assertMayBeReleased({ holdId, seal }: Hold, { by }: HoldRelease): void {
  if (seal === undefined) return;
  const { asked } = seal;
  if (asked?.change.kind === "release" && !maybeSamePerson(asked.by, by)) return;
  throw new SealNeedsTwoPeople(`The seal ${holdId} is lifted by two people: another one has to ask first.`);
}

/** Returns a seal as it is stored after a change of it. */
export function changedSeal(hold: Hold, next: Seal): SealHold {
  return { ...hold, reviewOn: next.until.slice(0, 10), seal: { ...next, revision: next.revision + 1 } };
}

/** Returns what is under a seal with the end of each category: its own, or what two people have agreed on since. */
export function sealedCategories(policy: Policy, { placedAt, seal }: SealHold): readonly SealedCategory[] {
  const placed = new Date(placedAt);
  const declared = categoriesSealed(policy).map(({ category, legalBasis, retentionDays }) => ({
    category,
    legalBasis,
    until: endOf(placed, retentionDays),
  }));
  const isExtended = declared.every(({ until }) => until < seal.until);
  return isExtended ? declared.map((one) => ({ ...one, until: seal.until })) : declared;
}

/** Returns from when on somebody has to decide what becomes of it, ISO 8601 UTC; at once if its end is near. */
export function decideFrom({ placedAt, seal }: SealHold): string {
  const from = new Date(new Date(seal.until).getTime() - DECIDE_BEFORE_END_MS).toISOString();
  return from > placedAt ? from : placedAt;
}

/** Returns the midnight, UTC, that ends so many whole days. */
function endOf(start: Date, days: number): string {
  const end = start.getTime() + days * DAY_MS;
  return new Date(Math.ceil(end / DAY_MS) * DAY_MS).toISOString();
}

function nameOf(actor: Hold["placedBy"]): string {
  return actor.kind === "staff" ? actor.name : "the person";
}
