import { ACCOUNT } from "../domain/erasure/scope.ts";
import type { SubjectId } from "../domain/erasure/subject-id.ts";
import { subjectReference } from "../domain/erasure/subject-reference.ts";
import type { Policy } from "../domain/policy/policy.ts";
import { lateWritesUntil } from "../domain/requests/late-writes.ts";
import { type OpenRequestPorts, openRequest } from "./open-request.ts";
import type { Tombstones } from "./ports.ts";

/** Scopes after which a person has nothing here any more. */
const CLOSING = ["account", "minor"] as const;

export interface MeetTombstonesPorts extends OpenRequestPorts {
  readonly tombstones: Pick<Tombstones, "readEach">;
}

/** Somebody who is named by what is there. */
export interface SeenPerson {
  readonly subject: SubjectId;
  /** When it was stored, ISO 8601 UTC, where that is known: what was there before an erasure went with it. */
  readonly storedAt?: string;
}

/** The service whose people these are. */
export interface MeetingService {
  readonly policy: Policy;
  readonly policyDigest: string;
  readonly region: string;
}

/**
 * Returns those of these people whose account was erased, or who were a child: whatever is there of them has come back.
 * Whoever signed up anew has another id, and is none of them.
 */
async function erasedAmong(
  { tombstones, subjectKeys, clock }: Pick<MeetTombstonesPorts, "tombstones" | "subjectKeys" | "clock">,
  { policy }: Pick<MeetingService, "policy">,
  people: readonly SeenPerson[],
): Promise<readonly SubjectId[]> {
  const seen = Map.groupBy(people, ({ subject }) => subject);
  const each = [...seen.keys()];
  if (each.length === 0) return [];
  const secret = await subjectKeys.current();
  const asked = each.flatMap((subject) => {
    const subjectRef = subjectReference(secret, policy.service.id, subject);
    return CLOSING.map((scope) => ({ subjectRef, scope: { scope } }));
  });
  const stones = await tombstones.readEach(asked);
  const now = clock.now().toISOString();
  const { longestWriteAccessMinutes } = policy.limits;
  return each.filter((subject, at) => {
    const own = CLOSING.flatMap((_scope, place) => stones[at * CLOSING.length + place] ?? []);
    // What comes until the last permission to write has ended is looked for by the erasure itself.
    return own.some(
      ({ erasedAt }) =>
        lateWritesUntil(erasedAt, longestWriteAccessMinutes) < now &&
        (seen.get(subject) ?? []).some(({ storedAt }) => storedAt === undefined || storedAt > erasedAt),
    );
  });
}

/**
 * Opens another erasure of each of these people who was erased before: what a retry, an import, a replica or a sign-in
 * brought back goes as everything of theirs went, through every gate and with proof. One that is open is joined.
 *
 * @returns how many of them had come back.
 */
export async function meetTombstones(
  ports: MeetTombstonesPorts,
  service: MeetingService,
  people: readonly SeenPerson[],
): Promise<number> {
  const returned = await erasedAmong(ports, service, people);
  for (const subject of returned) {
    await openRequest(ports, {
      subject,
      scope: ACCOUNT,
      actor: { kind: "clock" },
      reason: "Something of a person who was erased came back.",
      service: service.policy.service.id,
      region: service.region,
      policyDigest: service.policyDigest,
    });
  }
  return returned.length;
}
