import { z } from "zod";
import { SubjectIdSchema } from "../erasure/subject-id.ts";
import type { ClockEvent } from "./clock-event.ts";
import { ThingSchema } from "./thing.ts";

/** What EventBridge calls the source of what the service tells the clock. */
export const SERVICE_EVENT_SOURCE = "lethe.service";

/** Facts about one thing that the service can tell; saving is not told, it is asked for. */
const THING_FACTS = [
  "created",
  "processing-finished",
  "generation-completed",
  "un-saved",
  "need-ended",
] as const;

/** The service's id of a session: it stands in keys, so it can be neither a path nor a wildcard. */
export const SessionIdSchema = z
  .string()
  .regex(/^(?!\.{1,2}$)[A-Za-z0-9._-]{1,128}$/, "give an id of 1 to 128 of A-Z a-z 0-9 . _ and -");

function event<Fact extends string, Fields extends z.ZodRawShape>(fact: Fact, fields: Fields) {
  return z.strictObject({
    schema: z.literal(`lethe.event.${fact}/1`),
    service: z.string().min(1),
    region: z.string().min(1),
    /** When it happened by the real clock, ISO 8601 UTC with milliseconds; not when it was sent. */
    at: z.iso.datetime({ precision: 3 }),
    ...fields,
  });
}

/**
 * What the service can tell, by the `detail-type` of the event; each is the event's `detail`. Whatever may put events on
 * the bus may send them without the client library.
 */
export const SERVICE_EVENTS = {
  created: event("created", { thing: ThingSchema }),
  "processing-finished": event("processing-finished", { thing: ThingSchema }),
  "generation-completed": event("generation-completed", { thing: ThingSchema }),
  "un-saved": event("un-saved", { thing: ThingSchema }),
  "need-ended": event("need-ended", { thing: ThingSchema }),
  "session-ended": event("session-ended", { subject: SubjectIdSchema, session: SessionIdSchema }),
  "account-ended": event("account-ended", { subject: SubjectIdSchema }),
} as const;

export type ServiceFact = keyof typeof SERVICE_EVENTS;
export type ThingFact = (typeof THING_FACTS)[number];
export type ServiceEvent = z.infer<(typeof SERVICE_EVENTS)[ServiceFact]>;

/**
 * Returns what an event from the bus tells the clock.
 *
 * @param detailType of the event.
 * @throws {ZodError} if there is no such event, or it has another shape: it belongs among the dead letters.
 */
export function clockEventOf(detailType: string, detail: unknown): ClockEvent {
  const fact = ServiceFactSchema.parse(detailType);
  switch (fact) {
    case "session-ended": {
      const { subject, session, at } = SERVICE_EVENTS[fact].parse(detail);
      return { kind: fact, subject, session, at };
    }
    case "account-ended": {
      const { subject, at } = SERVICE_EVENTS[fact].parse(detail);
      return { kind: fact, subject, at };
    }
    default: {
      const { thing, at } = SERVICE_EVENTS[fact].parse(detail);
      return { kind: "thing", thing, told: { fact, at } };
    }
  }
}

const ServiceFactSchema = z.enum([...THING_FACTS, "session-ended", "account-ended"]);
