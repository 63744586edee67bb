import { dynamodbDueRows } from "../../shared/adapters/clock/dynamodb-due-rows.ts";
import { systemClock } from "./clock.ts";
import { documents } from "./documents.ts";
import { setting } from "./settings.ts";

/** The due rows of this deployment, and what is counted when one is done. */
export const dueRows = dynamodbDueRows(documents, setting("clockTable"), {
  table: setting("measurementsTable"),
  clock: systemClock,
});
