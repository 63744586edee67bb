import { inMemoryDueRows } from "../world/clock/due-rows.ts";
import { inMemoryDuties } from "../world/clock/duties.ts";
import { inMemoryMeasurements } from "../world/clock/measurements.ts";
import { inMemoryThingRecords } from "../world/clock/thing-records.ts";
import { virtualClock } from "../world/clock.ts";
import { clockContract } from "./clock.ts";

clockContract(async () => {
  const clock = virtualClock();
  const measurements = inMemoryMeasurements(clock);
  return {
    things: inMemoryThingRecords(),
    dueRows: inMemoryDueRows(measurements),
    duties: inMemoryDuties(),
    measurements,
    today: clock.now().toISOString(),
  };
});
