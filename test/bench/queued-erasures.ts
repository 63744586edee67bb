import { setTimeout as pause } from "node:timers/promises";
import { erasureRequests } from "../../client/erasure-requests.ts";
import { ApiBusy } from "../../client/refusals.ts";
import { holdingsOf } from "../../local/demo/neighbours.ts";
import { seedDemo } from "../../local/demo/seed.ts";
import { storePerson } from "../../local/demo/store-person.ts";
import { LOCAL_CREDENTIALS } from "../../local/local-environment.ts";
import { dynamodbRequestRegister } from "../../shared/adapters/aws/dynamodb-request-register.ts";
import { canonicalJson } from "../../shared/domain/canonical-json.ts";
import { type SubjectId, subjectIdOf } from "../../shared/domain/erasure/subject-id.ts";
import { isEnded } from "../../shared/domain/requests/erasure-request.ts";
import type { Service } from "../journeys/service.ts";
import { deleteBarely } from "./bare-deletion.ts";

/** So many of the people have a neighbour whose id goes on where theirs ends; more would be measured, not proved. */
const NEIGHBOURS_MAX = 100;
/** Requests are looked at in turns, so that looking does not become the load. */
const LOOKED_AT_ONCE = 50;
const LOOK_EVERY_MS = 2_000;
/** A thousand that call again every second leave no room for anything else. */
const ASKED_AGAIN_WITHIN_MS = 60_000;
/** Checks that run beside each other once nothing is measured any more. */
const CHECKED_AT_ONCE = 20;
/** Longer than any machine that this runs on takes for one erasure, in a row. */
const LONGEST_MS_EACH = 30_000;

/** What so many erasures at once came to. */
export interface QueuedErasures {
  readonly erasures: number;
  readonly completed: number;
  /** Attempts that were needed beyond the first of each. */
  readonly triedAgain: number;
  /** Entries of the erased that are still somewhere, and whether each neighbour has what they had. */
  readonly left: number;
  readonly areNeighboursWhole: boolean;
  readonly openedSeconds: number;
  readonly seconds: number;
  /** What the same things of as many people take when they are deleted barely, one person after the other. */
  readonly peerSeconds: number;
}

/**
 * Opens so many erasures at once through the API, as the service's own code does for the people who are signed in to it,
 * and follows them until each has ended.
 *
 * @param options.objects of each thing everybody has.
 * @param options.onProgress told from time to time how far it is.
 */
export async function eraseQueued(
  service: Service,
  options: {
    readonly erasures: number;
    readonly objects: number;
    readonly onProgress: (line: string) => void;
  },
): Promise<QueuedErasures> {
  const { erasures, objects, onProgress } = options;
  const { demo } = service;
  const people = await seedDemo({ ...demo, home: service.home }, { subjects: erasures, objects }, (done) =>
    onProgress(`stored ${done} of ${erasures} people`),
  );
  const neighbours = people.slice(0, NEIGHBOURS_MAX).map((person) => subjectIdOf(`${person}-neighbour`));
  for (const neighbour of neighbours) await storePerson(demo, neighbour, objects);
  const before = await holdingsOf(demo.adapters, neighbours);

  const startedAtMs = performance.now();
  const requestIds = await openAll(service, people);
  const openedSeconds = secondsSince(startedAtMs);
  onProgress(`opened ${requestIds.length} requests in ${openedSeconds.toFixed(1)} s`);
  const ended = await untilEnded(service, requestIds, onProgress);
  const seconds = secondsSince(startedAtMs);

  const left = await countLeft(service, people);
  const after = await holdingsOf(demo.adapters, neighbours);
  const barelySinceMs = performance.now();
  for (const neighbour of neighbours) await deleteBarely(demo, neighbour);
  const peerSeconds = (secondsSince(barelySinceMs) / neighbours.length) * erasures;
  return {
    erasures,
    ...ended,
    left,
    areNeighboursWhole: canonicalJson(after) === canonicalJson(before) && before.entries > 0,
    openedSeconds,
    seconds,
    peerSeconds,
  };
}

async function openAll(service: Service, people: readonly SubjectId[]): Promise<readonly string[]> {
  const settings = { apiUrl: service.output("ApiUrl"), region: service.output("Region") };
  const { endpoint } = service.aws;
  const requests = erasureRequests(settings, { endpoint, credentials: LOCAL_CREDENTIALS });
  const openOne = async (person: SubjectId): Promise<string> => {
    for (;;) {
      try {
        return (await requests.requestErasure(person, "account")).requestId;
      } catch (error) {
        // As a service does that keeps the wish of the person until it was taken.
        if (!(error instanceof ApiBusy)) throw error;
        await pause(Math.random() * ASKED_AGAIN_WITHIN_MS);
      }
    }
  };
  return Promise.all(people.map(openOne));
}

/** Looks at those that have not ended, some at a time, until none is left or it takes too long. */
async function untilEnded(
  { demo, output }: Service,
  requestIds: readonly string[],
  onProgress: (line: string) => void,
): Promise<{ readonly completed: number; readonly triedAgain: number }> {
  const register = dynamodbRequestRegister(demo.documents, output("RequestsTable"));
  const giveUpAtMs = performance.now() + requestIds.length * LONGEST_MS_EACH;
  let waiting = requestIds;
  let [completed, triedAgain] = [0, 0];
  while (waiting.length > 0 && performance.now() < giveUpAtMs) {
    const some = waiting.slice(0, LOOKED_AT_ONCE);
    const looked = await Promise.all(some.map((requestId) => register.read(requestId)));
    const ended = looked.flatMap((request) => (request && isEnded(request) ? [request] : []));
    completed += ended.filter(({ progress }) => progress.state === "completed").length;
    triedAgain += ended.reduce((sum, { attempt }) => sum + attempt - 1, 0);
    const endedIds = new Set(ended.map(({ requestId }) => requestId));
    // What has not ended goes to the back, so that one that is stuck hides nobody behind it.
    waiting = [...waiting.slice(LOOKED_AT_ONCE), ...some.filter((id) => !endedIds.has(id))];
    onProgress(`completed ${completed} of ${requestIds.length}`);
    if (ended.length < some.length) await pause(LOOK_EVERY_MS);
  }
  return { completed, triedAgain };
}

async function countLeft({ demo }: Service, people: readonly SubjectId[]): Promise<number> {
  let left = 0;
  for (let at = 0; at < people.length; at += CHECKED_AT_ONCE) {
    const some = people.slice(at, at + CHECKED_AT_ONCE);
    const counts = await Promise.all(
      some.flatMap((person) => demo.erased.map(({ verifier }) => verifier.countRemaining(person))),
    );
    left += counts.reduce((sum, count) => sum + count, 0);
  }
  return left;
}

function secondsSince(startedAtMs: number): number {
  return (performance.now() - startedAtMs) / 1000;
}
