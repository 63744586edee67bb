import { z } from "zod";
import { storedItem, TableChangeSchema } from "../shared/adapters/clock/stored-items.ts";
import { clocked } from "./deployed/clocked.ts";
import { recordAndMeet } from "./deployed/record-and-meet.ts";
import { lambdaHandler } from "./handler.ts";
import { takeEach } from "./messages.ts";

const ChangesSchema = z.object({ Records: z.array(TableChangeSchema) });

/** What the streams of tables tell of items that were stored. */
export const handler = lambdaHandler(ChangesSchema, async ({ Records }) => {
  const known = await clocked();
  const { places } = known;
  return takeEach(
    Records,
    ({ dynamodb }) => dynamodb.SequenceNumber,
    (change) => storedItem(change, places),
    (events) => recordAndMeet(known, events),
  );
});
