import type { Actor } from "./erasure-request.ts";

/**
 * An identity of AWS STS: `arn:aws:sts::ACCOUNT:assumed-role/ROLE/SESSION` or `…:federated-user/NAME`. The last part
 * is chosen by whoever takes the role, so it names nobody.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
const TEMPORARY = /^(?<role>arn:[^:]+:sts::[0-9]*:(?:assumed-role\/[^/]+|federated-user))(?:\/.*)?$/u;

/**
 * Returns what of a name its bearer cannot choose freely: two sessions of one role are one person, however they are
 * named. A name that is no ARN, as on one machine, is compared without case and form.
 */
export function personBehind(name: string): string {
  const role = TEMPORARY.exec(name)?.groups?.role;
  if (role !== undefined) return role;
  return name.startsWith("arn:") ? name : name.normalize("NFKC").trim().toLowerCase();
}

/** Says whether two who act may be one person; a member of staff and the person who asks are never taken for one. */
export function maybeSamePerson(one: Actor, other: Actor): boolean {
  if (one.kind === "subject" || other.kind === "subject") return one.kind === other.kind;
  return personBehind(one.name) === personBehind(other.name);
}
