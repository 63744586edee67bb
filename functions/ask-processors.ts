import { askProcessors } from "../shared/operations/ask-processors.ts";
import { systemClock } from "./deployed/clock.ts";
import { connectors } from "./deployed/connectors.ts";
import { askingDuties, asks, disclosures } from "./deployed/disclosures.ts";
import { holds } from "./deployed/holds.ts";
import { ledger } from "./deployed/ledger.ts";
import { records } from "./deployed/records.ts";
import { register } from "./deployed/register.ts";
import { tasks } from "./deployed/tasks.ts";
import { stepHandler } from "./handler.ts";

export const handler = stepHandler(async (step, context) => {
  const remainingMs = () => context.getRemainingTimeInMillis();
  const asking = { disclosures, asks, askingDuties, connectors, remainingMs };
  await askProcessors({ register, ledger, records, tasks, holds, clock: systemClock, ...asking }, step);
  return {};
});
