import { z } from "zod";

/**
 * The service's internal id of a data subject: random, never reused, never an address. Letters, digits, `_` and
 * `-` only, so that it can stand in a key prefix, a partition key and a user name without escaping, and cannot be
 * a wildcard, a path or empty.
 */
export const SubjectIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,128}$/)
  .brand<"SubjectId">();

export type SubjectId = z.infer<typeof SubjectIdSchema>;

/** What was given cannot be the id of a data subject; nothing was looked up, nothing was changed. */
export class InvalidSubjectId extends Error {
  override readonly name = "InvalidSubjectId";
}

/**
 * Returns the text as a subject id.
 *
 * @throws {InvalidSubjectId} if it is empty, longer than 128 characters, or has other characters than A-Z a-z 0-9 _ -.
 */
export function subjectIdOf(text: unknown): SubjectId {
  const parsed = SubjectIdSchema.safeParse(text);
  if (parsed.success) return parsed.data;
  // The text itself stays out of the message: it may be an address.
  throw new InvalidSubjectId(
    "This is not a subject id: give the service's internal id, 1 to 128 of the characters A-Z a-z 0-9 _ and -.",
  );
}

/**
 * Returns a template with the subject in it: of `users/{subject}/pages/{page}/…` as far as `users/7/`, where everything
 * of the subject begins, and `SUBJECT#{subject}` as a whole.
 */
export function fillSubject(template: string, subject: SubjectId): string {
  return template.replace(/\{subject\}\/.*$/u, "{subject}/").replace("{subject}", () => subject);
}

/** Says whether a text for the record names a person by their id; whole words only, since an id such as 1 is in many a number. */
export function namesSubject(text: string, subject: string): boolean {
  return text.split(/[^A-Za-z0-9_-]+/u).includes(subject);
}
