import { z } from "zod";
import { storedItem, TableChangeSchema } from "../shared/adapters/clock/stored-items.ts";
import { recordThingEvents } from "../shared/operations/record-events.ts";
import { systemClock } from "./deployed/clock.ts";
import { clocked } from "./deployed/clocked.ts";
import { dueRows } from "./deployed/due-rows.ts";
import { things } from "./deployed/things.ts";
import { lambdaHandler } from "./handler.ts";
import { takeEach } from "./messages.ts";

const ChangesSchema = z.object({ Records: z.array(TableChangeSchema) });

/** What the streams of tables tell of items that were stored. */
export const handler = lambdaHandler(ChangesSchema, async ({ Records }) => {
  const { service, places } = await clocked();
  return takeEach(
    Records,
    ({ dynamodb }) => dynamodb.SequenceNumber,
    (change) => storedItem(change, places),
    (events) => recordThingEvents({ things, dueRows, clock: systemClock }, service, events),
  );
});
