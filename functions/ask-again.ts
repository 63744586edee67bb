import { z } from "zod";
import { askingDuties as duties } from "../shared/operations/ask-again.ts";
import { doDuties } from "../shared/operations/do-duties.ts";
import { writingDuties } from "../shared/operations/write-to-processor.ts";
import { systemClock } from "./deployed/clock.ts";
import { connectors } from "./deployed/connectors.ts";
import { askingDuties, asks, disclosures } from "./deployed/disclosures.ts";
import { holds } from "./deployed/holds.ts";
import { letters } from "./deployed/letters.ts";
import { records } from "./deployed/records.ts";
import { register } from "./deployed/register.ts";
import { tasks } from "./deployed/tasks.ts";
import { lambdaHandler, logError } from "./handler.ts";

/** Asks third parties again about what they have not done yet, and writes to those that have no API; the rule that sends it says nothing that is needed. */
export const handler = lambdaHandler(z.unknown(), async (_event, context) => {
  const remainingMs = () => context.getRemainingTimeInMillis();
  const ports = {
    register,
    records,
    disclosures,
    asks,
    askingDuties,
    connectors,
    tasks,
    holds,
    letters,
    clock: systemClock,
    remainingMs,
  };
  const { done, failed } = await doDuties(
    { duties: askingDuties, clock: systemClock },
    { ...duties(ports), ...writingDuties(ports) },
  );
  for (const { dutyId, cause } of failed) {
    logError(`Third parties could not be asked again (${dutyId}); it stays due.`, cause);
  }
  return { done, failed: failed.map(({ dutyId }) => dutyId) };
});
