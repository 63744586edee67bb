import type { SubjectId } from "../../shared/domain/erasure/subject-id.ts";
import { recordedStandIns } from "../stand-ins/at-the-desk.ts";
import type { DemoSending } from "./demo-sending.ts";
import { newPeople, recordPeople } from "./people.ts";
import { sendAway } from "./send-away.ts";
import { type DemoStores, storePerson } from "./store-person.ts";

/** The embedded AWS does no more than this at once, however many ask. */
const PEOPLE_AT_ONCE = 8;

/** Stores what so many new people have, sends what of it goes to third parties that stand in, and tells how many are done. */
export async function seedDemo(
  demo: DemoStores & { readonly home: string; readonly sending: DemoSending },
  wanted: { readonly subjects: number; readonly objects: number },
  onProgress: (done: number) => void,
): Promise<readonly SubjectId[]> {
  const standIns = recordedStandIns(demo.home);
  const people = newPeople(demo.home, demo.bindings.service, wanted.subjects);
  for (let at = 0; at < people.length; at += PEOPLE_AT_ONCE) {
    const some = people.slice(at, at + PEOPLE_AT_ONCE);
    await Promise.all(
      some.map(async (person) => {
        await storePerson(demo, person, wanted.objects);
        if (standIns) await sendAway(demo.sending, standIns, person);
      }),
    );
    recordPeople(demo.home, demo.bindings.service, some);
    onProgress(at + some.length);
  }
  return people;
}
