import { identifiersIn, knownSubjects } from "../domain/anonymisation/direct-identifiers.ts";
import { type Decision, DecisionSchema } from "../domain/consents/decision.ts";
import type { SubjectId } from "../domain/erasure/subject-id.ts";
import { subjectReference } from "../domain/erasure/subject-reference.ts";
import type { Purpose } from "../domain/policy/category.ts";
import type { CompiledPolicy } from "../domain/policy/compile-policy.ts";
import { ownRecordDays } from "../domain/policy/own-record-days.ts";
import type { Clock, Decisions, SubjectKeys } from "./ports.ts";

const DAY_MS = 86_400_000;

/** What is said of a decision cannot be put on record; nothing was recorded. */
export class DecisionRefused extends Error {
  override readonly name = "DecisionRefused";
}

export interface RecordDecisionPorts {
  readonly decisions: Decisions;
  readonly subjectKeys: SubjectKeys;
  readonly clock: Clock;
}

/** Who decided what, and where they said so. */
export interface DecisionToRecord {
  readonly subject: SubjectId;
  readonly purpose: Purpose;
  readonly decided: Decision["decided"];
  readonly how: string;
  /** Absent: now. For a decision that arrives later than it was made. */
  readonly at?: Date;
  readonly region: string;
}

/**
 * Puts on record what a person decided; from here on it counts, unless they decided otherwise later.
 *
 * @throws {DecisionRefused} if it lies in the future, where it would outlast what the person says next, or if `how`
 *   names somebody.
 */
export async function recordDecision(
  ports: RecordDecisionPorts,
  { policy, digest }: Pick<CompiledPolicy, "policy" | "digest">,
  { subject, purpose, decided, how, at, region }: DecisionToRecord,
): Promise<Decision> {
  const now = ports.clock.now();
  if (at && at.getTime() > now.getTime()) {
    throw new DecisionRefused("The decision lies in the future: give the moment at which it was made.");
  }
  if (identifiersIn(how, knownSubjects([subject])).length > 0) {
    throw new DecisionRefused('`how` names somebody: say where it was given, as in "settings page".');
  }
  const subjectRef = subjectReference(await ports.subjectKeys.current(), policy.service.id, subject);
  const decidedAt = at ?? afterWhatStands(now, await ports.decisions.standing(subjectRef, purpose));
  const keptMs = ownRecordDays(policy, "consent") * DAY_MS;
  const decision = DecisionSchema.parse({
    schema: "lethe.decision/1",
    service: policy.service.id,
    region,
    subjectRef,
    purpose,
    decided,
    at: decidedAt.toISOString(),
    how,
    revision: digest,
    expiresAt: new Date(decidedAt.getTime() + keptMs).toISOString(),
  });
  await ports.decisions.record(decision);
  return decision;
}

/** Two machines' clocks differ by more than people need to change their mind: what is said now comes last. */
function afterWhatStands(now: Date, standing: Decision | undefined): Date {
  const standingMs = standing ? new Date(standing.at).getTime() : 0;
  return standingMs < now.getTime() ? now : new Date(standingMs + 1);
}
