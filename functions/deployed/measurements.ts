import { dynamodbMeasurements } from "../../shared/adapters/clock/dynamodb-measurements.ts";
import { systemClock } from "./clock.ts";
import { documents } from "./documents.ts";
import { setting } from "./settings.ts";

/** What is measured of expiry in this deployment. */
export const measurements = dynamodbMeasurements(documents, {
  table: setting("measurementsTable"),
  clock: systemClock,
});
