import { closesAccount } from "../domain/erasure/scope.ts";
import type { SubjectId } from "../domain/erasure/subject-id.ts";
import { subjectReference } from "../domain/erasure/subject-reference.ts";
import type { Policy } from "../domain/policy/policy.ts";
import { limitHours } from "../domain/policy/retention-rule.ts";
import { type Disclosure, DisclosureSchema } from "../domain/processors/disclosure.ts";
import { newDisclosureId } from "../domain/processors/disclosure-id.ts";
import { maySend, type Sending, type SendingPermission } from "../domain/processors/may-send.ts";
import type { Clock, Disclosures, SubjectKeys, Tombstones } from "./ports.ts";

export interface MaySendPorts {
  readonly tombstones: Pick<Tombstones, "read">;
  readonly subjectKeys: SubjectKeys;
}

/** A scope under which nothing of a person may go anywhere any more. */
const CLOSING = ["account", "minor", "preserve-and-report"] as const;

/** What the policy says of a sending, or that the person has closed their account, or was frozen. */
export type SubjectSendingPermission = SendingPermission | ErasedRefusal;
type ErasedRefusal = { readonly allowed: false; readonly because: "erased"; readonly says: string };

/** Says whether something of a person may be sent to a third party now. */
export async function maySendOf(
  { tombstones, subjectKeys }: MaySendPorts,
  policy: Policy,
  subject: SubjectId,
  sending: Sending,
): Promise<SubjectSendingPermission> {
  const permission = maySend(policy, sending);
  if (!permission.allowed) return permission;
  const subjectRef = subjectReference(await subjectKeys.current(), policy.service.id, subject);
  const standing = await Promise.all(
    CLOSING.filter(closesAccount).map((scope) => tombstones.read(subjectRef, { scope })),
  );
  return standing.some((one) => one !== undefined)
    ? { allowed: false, because: "erased", says: "The person's account was erased or sealed." }
    : permission;
}

/** Returns for how long a third party may keep a category, in seconds: as long as we do; undefined if no limit counts. */
export function lifetimeSecondsOf({ retention }: Policy, category: string): number | undefined {
  const rule = retention.find((one) => one.category === category);
  const hours = rule && limitHours(rule);
  return hours === undefined ? undefined : hours * 3600;
}

export interface RecordDisclosurePorts {
  readonly disclosures: Pick<Disclosures, "record">;
  readonly subjectKeys: SubjectKeys;
  readonly clock: Clock;
  readonly random: (bytes: number) => Uint8Array;
}

/** What was sent, by the third party's own id of it. */
export type Sent = Sending & Pick<Disclosure, "kind" | "reference"> & { readonly agesOutAt?: string };

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
  const disclosure = DisclosureSchema.parse({
    schema: "lethe.disclosure/1",
    disclosureId: newDisclosureId(now, random(CHANCE_BYTES)),
    ...sent,
    sentAt: now.toISOString(),
  });
  const subjectRef = subjectReference(await subjectKeys.current(), policy.service.id, subject);
  await disclosures.record(subjectRef, disclosure);
  return disclosure;
}
