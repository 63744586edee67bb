import { storedObjects } from "../shared/adapters/clock/stored-objects.ts";
import { recordThingEvents } from "../shared/operations/record-events.ts";
import { systemClock } from "./deployed/clock.ts";
import { clocked } from "./deployed/clocked.ts";
import { dueRows } from "./deployed/due-rows.ts";
import { things } from "./deployed/things.ts";
import { lambdaHandler } from "./handler.ts";
import { MessagesSchema, takeMessages } from "./messages.ts";

/** What S3 tells of objects that were stored. */
export const handler = lambdaHandler(MessagesSchema, async ({ Records }) => {
  const { service, places } = await clocked();
  return takeMessages(
    Records,
    ({ body }) => storedObjects(body, places),
    (events) => recordThingEvents({ things, dueRows, clock: systemClock }, service, events),
  );
});
