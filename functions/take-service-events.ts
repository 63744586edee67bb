import { randomBytes } from "node:crypto";
import { toldByService } from "../shared/adapters/clock/told-by-service.ts";
import { recordEvents } from "../shared/operations/record-events.ts";
import { shown, systemClock } from "./deployed/clock.ts";
import { clocked } from "./deployed/clocked.ts";
import { dueRows } from "./deployed/due-rows.ts";
import { register } from "./deployed/register.ts";
import { subjectKeys } from "./deployed/subject-keys.ts";
import { things } from "./deployed/things.ts";
import { lambdaHandler } from "./handler.ts";
import { MessagesSchema, takeMessages } from "./messages.ts";

const ports = { things, dueRows, register, subjectKeys, clock: systemClock, random: randomBytes };

/** What the service's own code tells the clock by way of the bus. */
export const handler = lambdaHandler(MessagesSchema, async ({ Records }) => {
  const { service, expiringStores } = await clocked();
  return takeMessages(
    Records,
    ({ body }) => [toldByService(body, shown)],
    (events) => recordEvents({ ...ports, expiringStores }, service, events),
  );
});
