import { canonicalJson, sha256Hex } from "../domain/canonical-json.ts";
import { namesSubject, type SubjectId } from "../domain/erasure/subject-id.ts";
import { subjectReference } from "../domain/erasure/subject-reference.ts";
import type { Covers, Hold } from "../domain/holds/hold.ts";
import { type NotCovered, type Reach, reachOf } from "../domain/holds/reach.ts";
import { goesByItself } from "../domain/policy/goes-by-itself.ts";
import type { Policy } from "../domain/policy/policy.ts";
import type { Actor } from "../domain/requests/erasure-request.ts";
import type { Clock, Holds, SubjectKeys } from "./ports.ts";

export interface PlaceHoldPorts {
  readonly holds: Holds;
  readonly subjectKeys: SubjectKeys;
  readonly clock: Clock;
}

/** What is to be held, by whom and why; the person and the item by what the service calls them. */
export interface HoldToPlace {
  /** Chosen by whoever asks, so that asking again places no second one. */
  readonly holdId: string;
  readonly subject?: SubjectId | undefined;
  readonly category?: string | undefined;
  readonly store?: string | undefined;
  /** The key of an object, the sort key of an item; only its hash is kept. */
  readonly item?: string | undefined;
  readonly createdFrom?: string | undefined;
  readonly createdTo?: string | undefined;
  readonly owner: string;
  readonly reason: string;
  readonly legalBasis: string;
  /** ISO 8601 date. */
  readonly reviewOn: string;
  readonly by: Actor;
  readonly region: string;
}

/** What came of it; a refusal says why and has changed nothing. */
export type HoldPlaced =
  | {
      readonly placed: true;
      readonly hold: Hold;
      /** Ids of the stores in which it stops deletions. */
      readonly stores: readonly string[];
      readonly notCovered: readonly NotCovered[];
      /** Ids of those of the stores that AWS empties by age by itself, which no hold stops. */
      readonly expiring: readonly string[];
    }
  | { readonly placed: false; readonly why: string };

/** Places a legal hold, if the policy lets something of what it covers be held. Asked twice, it places one. */
export async function placeHold(
  ports: PlaceHoldPorts,
  policy: Policy,
  asked: HoldToPlace,
): Promise<HoldPlaced> {
  const now = ports.clock.now();
  const refused = refusalOf(policy, asked, now);
  if (refused !== undefined) return { placed: false, why: refused };
  const hold: Hold = {
    schema: "lethe.hold/1",
    service: policy.service.id,
    region: asked.region,
    holdId: asked.holdId,
    owner: asked.owner,
    reason: asked.reason,
    legalBasis: asked.legalBasis,
    reviewOn: asked.reviewOn,
    covers: await coversOf(ports, policy, asked),
    placedBy: asked.by,
    placedAt: now.toISOString(),
  };
  const { stores, notCovered } = reachOf(policy, hold.covers);
  const standing = await ports.holds.place(hold);
  if (!saysTheSame(standing, hold)) return { placed: false, why: WHY_OTHER };
  if (standing.released) return { placed: false, why: WHY_RELEASED };
  const expiring = stores.filter((store) => goesByItself(policy, store)).map(({ id }) => id);
  return { placed: true, hold: standing, stores: stores.map(({ id }) => id), notCovered, expiring };
}

const WHY_OTHER =
  "A hold with this id says something else: choose a new id, which lethe hold add does by itself.";
const WHY_RELEASED =
  "This hold was placed and has been released since: place another one if it is needed again.";

/** When it was placed is no part of what was asked for. */
function saysTheSame(one: Hold, other: Hold): boolean {
  const said = ({ placedAt: _when, released: _since, ...rest }: Hold): string => canonicalJson(rest);
  return said(one) === said(other);
}

async function coversOf(
  { subjectKeys }: PlaceHoldPorts,
  policy: Policy,
  { subject, item, category, store, createdFrom, createdTo }: HoldToPlace,
): Promise<Covers> {
  return {
    ...(subject === undefined
      ? {}
      : { subjectRef: subjectReference(await subjectKeys.current(), policy.service.id, subject) }),
    ...(category === undefined ? {} : { category }),
    ...(store === undefined ? {} : { store }),
    ...(item === undefined ? {} : { item: sha256Hex(item) }),
    ...(createdFrom === undefined ? {} : { createdFrom }),
    ...(createdTo === undefined ? {} : { createdTo }),
  };
}

function refusalOf(policy: Policy, asked: HoldToPlace, now: Date): string | undefined {
  const { subject, category, store, item, createdFrom, createdTo } = asked;
  if ([subject, category, store, item, createdFrom, createdTo].every((field) => field === undefined))
    return "Say what to hold: a subject, a category, a store, an item or a time range.";
  if (createdFrom !== undefined && createdTo !== undefined && createdFrom > createdTo)
    return "The time range ends before it begins: exchange from and to.";
  if (asked.reviewOn <= now.toISOString().slice(0, 10))
    return "The review date is not in the future: give the day on which somebody looks at the hold again.";
  if (
    subject !== undefined &&
    [asked.owner, asked.reason, asked.legalBasis].some((text) => namesSubject(text, subject))
  )
    return "The owner, reason or legal basis names the person: they are kept and shown, so write them without.";
  if (category !== undefined && !policy.categories.some(({ id }) => id === category))
    return `The policy declares no category ${category}: lethe policy check lists them.`;
  if (store !== undefined && !policy.stores.some(({ id }) => id === store))
    return `The policy declares no store ${store}: lethe outputs lists them.`;
  const reach = reachOf(policy, { category, store });
  return reach.stores.length > 0 ? undefined : whyNothing(reach);
}

function whyNothing({ notCovered }: Reach): string {
  if (notCovered.length === 0) return "No store holds what this names: check category and store.";
  const each = notCovered.map(({ category, promises }) => `${category} (${promisesText(promises)})`);
  return `The policy lets none of this be held, and a hold would break what it promised: ${each.join(", ")}. Name a category that may be held, or publish an exception first.`;
}

function promisesText(promises: readonly string[]): string {
  return promises.length === 0 ? "no exception is published" : promises.join(", ");
}
