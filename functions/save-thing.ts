import { ThingSchema } from "../shared/domain/retention/thing.ts";
import { type SaveOutcome, saveThing } from "../shared/operations/save-thing.ts";
import { ApiEventSchema, actorOf, answer, bodyOf, refusal } from "./api.ts";
import { systemClock } from "./deployed/clock.ts";
import { clocked } from "./deployed/clocked.ts";
import { dueRows } from "./deployed/due-rows.ts";
import { things } from "./deployed/things.ts";
import { lambdaHandler } from "./handler.ts";

const STATUS: Readonly<Record<SaveOutcome, number>> = {
  saved: 200,
  "too-late": 409,
  "not-savable": 409,
  unknown: 404,
};

export const handler = lambdaHandler(ApiEventSchema, async (event) => {
  if (actorOf(event)?.kind !== "subject") {
    return refusal(403, "CallerUnknown", "Only the service saves things, for whoever is signed in to it.");
  }
  const thing = bodyOf(event, ThingSchema);
  if (!thing) return refusal(400, "SavingRefused", 'Send {"store", "key"}, as the policy names the store.');
  const { service, expiringStores } = await clocked();
  const ports = { things, dueRows, expiringStores, clock: systemClock };
  const outcome = await saveThing(ports, service, thing);
  return answer(STATUS[outcome], { outcome });
});
