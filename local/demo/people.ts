import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type SubjectId, subjectIdOf } from "../../shared/domain/erasure/subject-id.ts";

const PeopleSchema = z.object({ count: z.number().int().nonnegative() });

/**
 * Returns the ids of the invented people that were stored so far. `person-1` is the beginning of `person-10`, which is
 * what an erasure that cuts corners trips over.
 *
 * @param home folder of the embedded AWS's state.
 * @param service whose people they are.
 */
export function storedPeople(home: string, service: string): readonly SubjectId[] {
  const file = peopleFile(home, service);
  if (!existsSync(file)) return [];
  return numbered(1, PeopleSchema.parse(JSON.parse(readFileSync(file, "utf8"))).count);
}

/** Returns the ids of as many new people; an id is never used twice. */
export function newPeople(home: string, service: string, count: number): readonly SubjectId[] {
  return numbered(storedPeople(home, service).length + 1, count);
}

/** Returns the address that is on file of an invented person: nobody gets mail there (RFC 2606). */
export function addressOf(person: SubjectId): string {
  return `${person.toLowerCase()}@people.example`;
}

/** Writes down that these people were stored too. */
export function recordPeople(home: string, service: string, people: readonly SubjectId[]): void {
  const count = storedPeople(home, service).length + people.length;
  writeFileSync(peopleFile(home, service), `${JSON.stringify({ count })}\n`);
}

/** Goes with the emulator's state, without which it means nothing. */
function peopleFile(home: string, service: string): string {
  return join(home, "aws", `demo-people-${service}.json`);
}

function numbered(first: number, count: number): readonly SubjectId[] {
  return Array.from({ length: count }, (_, at) => subjectIdOf(`person-${first + at}`));
}
