import { mayUse, type Permission } from "../domain/consents/decision.ts";
import type { SubjectId } from "../domain/erasure/subject-id.ts";
import { subjectReference } from "../domain/erasure/subject-reference.ts";
import type { Purpose } from "../domain/policy/category.ts";
import type { Policy } from "../domain/policy/policy.ts";
import type { Clock, Decisions, SubjectKeys } from "./ports.ts";

export interface MayUsePorts {
  readonly decisions: Decisions;
  readonly subjectKeys: SubjectKeys;
  readonly clock: Clock;
}

/** Says whether the data of a person may be used for a purpose now; what it cannot read, it does not allow. */
export async function mayUseFor(
  { decisions, subjectKeys, clock }: MayUsePorts,
  policy: Policy,
  subject: SubjectId,
  purpose: Purpose,
): Promise<Permission> {
  const basis = policy.consents.find((consent) => consent.purpose === purpose)?.basis;
  if (basis === undefined) return mayUse(undefined, undefined, clock.now());
  const subjectRef = subjectReference(await subjectKeys.current(), policy.service.id, subject);
  return mayUse(basis, await decisions.standing(subjectRef, purpose), clock.now());
}
