import type { SubjectId } from "../../shared/domain/erasure/subject-id.ts";
import { newPeople, recordPeople } from "./people.ts";
import { type DemoStores, storePerson } from "./store-person.ts";

/** The embedded AWS does no more than this at once, however many ask. */
const PEOPLE_AT_ONCE = 8;

/** Stores what so many new people have, and tells how many are done. */
export async function seedDemo(
  demo: DemoStores & { readonly home: string },
  wanted: { readonly subjects: number; readonly objects: number },
  onProgress: (done: number) => void,
): Promise<readonly SubjectId[]> {
  const people = newPeople(demo.home, demo.bindings.service, wanted.subjects);
  for (let at = 0; at < people.length; at += PEOPLE_AT_ONCE) {
    const some = people.slice(at, at + PEOPLE_AT_ONCE);
    await Promise.all(some.map((person) => storePerson(demo, person, wanted.objects)));
    recordPeople(demo.home, demo.bindings.service, some);
    onProgress(at + some.length);
  }
  return people;
}
