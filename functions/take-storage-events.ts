import { storedObjects } from "../shared/adapters/clock/stored-objects.ts";
import { clocked } from "./deployed/clocked.ts";
import { recordAndMeet } from "./deployed/record-and-meet.ts";
import { lambdaHandler } from "./handler.ts";
import { MessagesSchema, takeMessages } from "./messages.ts";

/** What S3 tells of objects that were stored. */
export const handler = lambdaHandler(MessagesSchema, async ({ Records }) => {
  const known = await clocked();
  const { places } = known;
  return takeMessages(
    Records,
    ({ body }) => storedObjects(body, places),
    (events) => recordAndMeet(known, events),
  );
});
