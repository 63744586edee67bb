import { mayUse } from "../domain/consents/decision.ts";
import { closesAccount, type ItemKind } from "../domain/erasure/scope.ts";
import type { SubjectId } from "../domain/erasure/subject-id.ts";
import { itemReference, subjectReference } from "../domain/erasure/subject-reference.ts";
import type { Purpose } from "../domain/policy/category.ts";
import { shortestHours } from "../domain/policy/duration.ts";
import type { Policy } from "../domain/policy/policy.ts";
import { limitHours } from "../domain/policy/retention-rule.ts";
import { type Disclosure, DisclosureSchema } from "../domain/processors/disclosure.ts";
import { newDisclosureId } from "../domain/processors/disclosure-id.ts";
import { maySend, type Sending, type SendingPermission } from "../domain/processors/may-send.ts";
import type { Clock, Decisions, Disclosures, SubjectKeys, Tombstones } from "./ports.ts";

export interface MaySendPorts {
  readonly tombstones: Pick<Tombstones, "read">;
  readonly decisions: Pick<Decisions, "standing">;
  readonly subjectKeys: SubjectKeys;
  readonly clock: Clock;
  /** Where this runs: what is sent from elsewhere has left the places that the policy names already. */
  readonly region: string;
}

/** A scope under which nothing of a person may go anywhere any more. */
const CLOSING = ["account", "minor", "preserve-and-report"] as const;

/** What is known of a content before it is sent. */
export interface ContentToSend extends Sending {
  /** What moderation said; a category that goes through moderation is not sent without its word. */
  readonly moderation?: "passed" | "blocked" | undefined;
  /** What it is sent for; a person may have objected to that, or asked for its restriction. */
  readonly purpose: Purpose;
}

/** What the policy says of a sending, or what stands against it at the person or at the content. */
export type SubjectSendingPermission = SendingPermission | PersonRefusal;
type PersonRefusal = {
  readonly allowed: false;
  readonly because: "erased" | "objected" | "blocked-by-moderation" | "not-moderated" | "outside-regions";
  readonly says: string;
};

/** Says whether something of a person may be sent to a third party now. */
export async function maySendOf(
  { tombstones, decisions, subjectKeys, clock, region }: MaySendPorts,
  policy: Policy,
  subject: SubjectId,
  sending: ContentToSend,
): Promise<SubjectSendingPermission> {
  const permission = maySend(policy, sending);
  if (!permission.allowed) return permission;
  const ofContent = contentRefusal(policy, region, sending);
  if (ofContent) return ofContent;
  const subjectRef = subjectReference(await subjectKeys.current(), policy.service.id, subject);
  const decision = await decisions.standing(subjectRef, sending.purpose);
  const basis = policy.consents.find(({ purpose }) => purpose === sending.purpose)?.basis;
  // A use on which the policy asks nobody may still be objected to, or restricted.
  const use = mayUse(basis ?? "until-objection", decision, clock.now());
  if (!use.allowed)
    return { allowed: false, because: "objected", says: `For ${sending.purpose}: ${use.because}.` };
  const standing = await Promise.all(
    CLOSING.filter(closesAccount).map((scope) => tombstones.read(subjectRef, { scope })),
  );
  return standing.some((one) => one !== undefined)
    ? { allowed: false, because: "erased", says: "The person's account was erased or sealed." }
    : permission;
}

/** What stands against the content itself, whoever it is of. */
function contentRefusal(
  { categories, service }: Policy,
  region: string,
  { category: id, moderation }: ContentToSend,
): PersonRefusal | undefined {
  const no = (because: PersonRefusal["because"], says: string) =>
    ({ allowed: false, because, says }) as const;
  if (!service.regions.includes(region)) {
    return no(
      "outside-regions",
      `This runs in ${region}, and the policy allows ${service.regions.join(", ")}.`,
    );
  }
  if (moderation === "blocked") return no("blocked-by-moderation", "Moderation has blocked it.");
  const isModerated = categories.find((one) => one.id === id)?.purposes.includes("moderation") === true;
  return isModerated && moderation === undefined
    ? no("not-moderated", `${id} goes through moderation, and no word of it was given.`)
    : undefined;
}

/**
 * Returns for how long a third party may keep a category, in seconds: as long as we do, or as a promise says of third
 * parties if that is shorter; undefined if no limit counts.
 */
export function lifetimeSecondsOf({ retention, promises }: Policy, category: string): number | undefined {
  const hours = [
    ...retention.filter((one) => one.category === category).flatMap((rule) => limitHours(rule) ?? []),
    ...promises
      .filter(({ covers }) => covers.includes(category))
      .flatMap(({ withinAtProcessors }) => (withinAtProcessors ? shortestHours(withinAtProcessors) : [])),
  ];
  return hours.length === 0 ? undefined : Math.min(...hours) * 3600;
}

export interface RecordDisclosurePorts {
  readonly disclosures: Pick<Disclosures, "record">;
  readonly subjectKeys: SubjectKeys;
  readonly clock: Clock;
  readonly random: (bytes: number) => Uint8Array;
}

/** What was sent, by the third party's own id of it. */
export type Sent = Sending &
  Pick<Disclosure, "kind" | "reference"> & {
    readonly agesOutAt?: string | undefined;
    /** The project, page or image it was made of, so that an erasure of that alone finds it. */
    readonly of?: readonly { readonly kind: ItemKind; readonly id: string }[] | undefined;
  };

/** Bytes of chance in an id: 80 bits. */
const CHANCE_BYTES = 10;

/**
 * Keeps the record that something was sent, so that an erasure asks exactly whoever got something. It refuses nothing that
 * the policy forbids: what has happened has to be found.
 */
export async function recordDisclosure(
  { disclosures, subjectKeys, clock, random }: RecordDisclosurePorts,
  policy: Policy,
  subject: SubjectId,
  sent: Sent,
): Promise<Disclosure> {
  const now = clock.now();
  const key = await subjectKeys.current();
  const { of: items = [], agesOutAt, ...what } = sent;
  const itemRefs = items.map((item) => itemReference(key, policy.service.id, subject, item));
  const disclosure = DisclosureSchema.parse({
    schema: "lethe.disclosure/1",
    disclosureId: newDisclosureId(now, random(CHANCE_BYTES)),
    ...what,
    ...(itemRefs.length === 0 ? {} : { itemRefs }),
    sentAt: now.toISOString(),
    ...(agesOutAt === undefined ? {} : { agesOutAt }),
  });
  const subjectRef = subjectReference(key, policy.service.id, subject);
  await disclosures.record(subjectRef, disclosure);
  return disclosure;
}
