import { subjectIdOf } from "../domain/erasure/subject-id.ts";
import { whyNotBelieved } from "../domain/retention/believable-date.ts";
import type { AccountEnded, ClockEvent, ThingEvent } from "../domain/retention/clock-event.ts";
import type { ClockedService, ClockedStore } from "../domain/retention/clocked-service.ts";
import type { LifeFact } from "../domain/retention/told-fact.ts";
import { type EndAccountPorts, endAccount } from "./end-account.ts";
import { type EndSessionPorts, endSession, factsOfSessions } from "./end-session.ts";
import { type TellThingsPorts, tellThings } from "./tell-things.ts";

export interface RecordEventsPorts extends TellThingsPorts, EndSessionPorts, EndAccountPorts {}

/** What came of one event. What was not recorded has changed nothing; the others of its batch are recorded all the same. */
export type EventRecorded =
  | { readonly recorded: true }
  /** It will never be recorded: it belongs among the dead letters. */
  | { readonly recorded: false; readonly why: string }
  /** It may be the next time. */
  | { readonly recorded: false; readonly why: "failed"; readonly cause: unknown };

const RECORDED: EventRecorded = { recorded: true };

/** A fact that a store has whatever its rules say: from when something was stored, its limit may count. */
const ALWAYS_KNOWN = "created";

/**
 * Records a batch of events, in whatever order they came, and however often and late.
 *
 * @returns what came of each, in the same order.
 */
export async function recordEvents(
  ports: RecordEventsPorts,
  service: ClockedService,
  events: readonly ClockEvent[],
): Promise<readonly EventRecorded[]> {
  const ofThings = events.filter(isOfThing);
  const recordedThings = await recordThingEvents(ports, service, ofThings);
  const byThing = new Map(ofThings.map((event, at) => [event, recordedThings[at]]));
  const recorded: EventRecorded[] = [];
  for (const event of events) {
    if (isOfThing(event)) recorded.push(byThing.get(event) ?? RECORDED);
    else recorded.push(await recordEnd(ports, service, event));
  }
  return recorded;
}

/** The same of events about things alone, which is all that a store tells: it needs nothing else to record them. */
export async function recordThingEvents(
  ports: TellThingsPorts,
  service: ClockedService,
  events: readonly ThingEvent[],
): Promise<readonly EventRecorded[]> {
  const now = ports.clock.now();
  const refusals = events.map((event) => refusalOf(service, event, now));
  const failures = await recordThings(
    ports,
    service,
    events.filter((_, at) => refusals[at] === undefined),
  );
  return events.map((event, at) => {
    const why = refusals[at];
    return why === undefined ? (failures.get(event) ?? RECORDED) : { recorded: false, why };
  });
}

/** Records all at once; if that fails, each by itself, so that one which cannot be recorded keeps no other back. */
async function recordThings(
  ports: TellThingsPorts,
  service: ClockedService,
  events: readonly ThingEvent[],
): Promise<ReadonlyMap<ThingEvent, EventRecorded>> {
  const failures = new Map<ThingEvent, EventRecorded>();
  try {
    await tell(ports, service, events);
  } catch (all) {
    if (events.length === 1) return new Map(events.map((event) => [event, failed(all)]));
    for (const event of events) {
      await tell(ports, service, [event]).catch((cause: unknown) => failures.set(event, failed(cause)));
    }
  }
  return failures;
}

async function tell(
  ports: TellThingsPorts,
  service: ClockedService,
  events: readonly ThingEvent[],
): Promise<void> {
  const told = events.map(({ thing, told: fact, etag }) => ({ thing, facts: [fact], etag }));
  const ofSessions = await factsOfSessions(ports, service, told);
  await tellThings(ports, service, [...told, ...ofSessions]);
}

async function recordEnd(
  ports: RecordEventsPorts,
  service: ClockedService,
  event: Exclude<ClockEvent, ThingEvent>,
): Promise<EventRecorded> {
  const why = refusalOf(service, event, ports.clock.now());
  if (why !== undefined) return { recorded: false, why };
  try {
    const subject = subjectIdOf(event.subject);
    if (event.kind === "session-ended") await endSession(ports, service, { ...event, subject });
    else await endAccount(ports, service, subject);
    return RECORDED;
  } catch (cause) {
    return failed(cause);
  }
}

function failed(cause: unknown): EventRecorded {
  return { recorded: false, why: "failed", cause };
}

function refusalOf(service: ClockedService, event: ClockEvent, now: Date): string | undefined {
  switch (event.kind) {
    case "thing": {
      const store = service.stores.get(event.thing.store);
      if (!store) return "the policy has no such store on the clock";
      return whyNotKnown(store, event.told.fact) ?? whyNotBelieved(event.told.at, now);
    }
    case "session-ended": {
      const isKnown = [...service.stores.values()].some(({ rule }) =>
        rule.earlierOn.includes("session-ended"),
      );
      return isKnown ? (whyNoSubject(event) ?? whyNotBelieved(event.at, now)) : "no rule ends with a session";
    }
    case "account-ended":
      return whyNoSubject(event) ?? whyNotBelieved(event.at, now);
  }
}

function whyNotKnown({ rule }: ClockedStore, fact: LifeFact): string | undefined {
  if (fact === "saved")
    return "saving is asked for, not told: whoever asks has to hear whether it came in time";
  const isKnown =
    fact === ALWAYS_KNOWN ||
    fact === rule.limit?.from ||
    rule.earlierOn.some((event) => event === fact) ||
    (fact === "un-saved" && rule.savable);
  return isKnown ? undefined : `no rule of the store knows ${fact}`;
}

function whyNoSubject({ subject }: Pick<AccountEnded, "subject">): string | undefined {
  try {
    subjectIdOf(subject);
    return undefined;
  } catch {
    return "its subject is no subject id";
  }
}

function isOfThing(event: ClockEvent): event is ThingEvent {
  return event.kind === "thing";
}
