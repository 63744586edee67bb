import { type EventBridgeClient, PutEventsCommand } from "@aws-sdk/client-eventbridge";
import { REAL_TIME, type WaitingTime } from "../shared/adapters/stores/real-time.ts";
import { SERVICE_EVENT_SOURCE, type ServiceEvent } from "../shared/domain/retention/service-event.ts";
import { EventsNotSent } from "./clock-refusals.ts";

/**
 * Most entries of one call.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html
 */
const ENTRIES_PER_CALL_MAX = 10;
/** A bus that is throttled takes them seconds later; whoever waits for an answer waits no longer than that. */
const ATTEMPTS_MAX = 5;
const FIRST_PAUSE_MS = 100;

/**
 * Returns what hands events to a bus. A call may succeed while single entries of it fail: those are sent again, and what
 * is left then is an error that says how many; none is lost in silence.
 */
export function eventBus(
  eventBridge: EventBridgeClient,
  busName: string,
  { pause }: Pick<WaitingTime, "pause"> = REAL_TIME,
): (events: readonly ServiceEvent[]) => Promise<void> {
  return async (events) => {
    let waiting = events;
    let because = "";
    for (let attempt = 1; waiting.length > 0; attempt += 1) {
      if (attempt > ATTEMPTS_MAX) throw new EventsNotSent(waiting.length, events.length, because);
      if (attempt > 1) await pause(FIRST_PAUSE_MS * 2 ** (attempt - 2));
      const refused = await refusedOf(eventBridge, busName, waiting);
      waiting = refused.map(({ event }) => event);
      because = [...new Set(refused.map(({ code }) => code))].join(", ");
    }
  };
}

interface RefusedEvent {
  readonly event: ServiceEvent;
  readonly code: string;
}

/** The entries of an answer stand in the order of the entries that were sent. */
async function refusedOf(
  eventBridge: EventBridgeClient,
  busName: string,
  events: readonly ServiceEvent[],
): Promise<readonly RefusedEvent[]> {
  const refused: RefusedEvent[] = [];
  for (let at = 0; at < events.length; at += ENTRIES_PER_CALL_MAX) {
    const some = events.slice(at, at + ENTRIES_PER_CALL_MAX);
    const put = new PutEventsCommand({ Entries: some.map((event) => entryOf(event, busName)) });
    try {
      const { Entries = [] } = await eventBridge.send(put);
      for (const [index, event] of some.entries()) {
        const entry = Entries[index];
        // An entry that is not answered was not taken, as far as anybody can tell.
        if (!entry?.EventId) refused.push({ event, code: entry?.ErrorCode ?? "no answer" });
      }
    } catch (cause) {
      // The SDK has tried the call again; what was taken before it stays taken, and twice is once.
      const notSent = refused.length + events.length - at;
      throw new EventsNotSent(notSent, events.length, nameOf(cause), { cause });
    }
  }
  return refused;
}

function entryOf(event: ServiceEvent, EventBusName: string) {
  const [, detailType = ""] = /^lethe\.event\.(.+)\/\d+$/.exec(event.schema) ?? [];
  return {
    EventBusName,
    Source: SERVICE_EVENT_SOURCE,
    DetailType: detailType,
    Time: new Date(event.at),
    Detail: JSON.stringify(event),
  };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "unknown";
}
