import { askProcessors } from "../shared/operations/ask-processors.ts";
import { systemClock } from "./deployed/clock.ts";
import { ledger } from "./deployed/ledger.ts";
import { records } from "./deployed/records.ts";
import { register } from "./deployed/register.ts";
import { tasks } from "./deployed/tasks.ts";
import { stepHandler } from "./handler.ts";

export const handler = stepHandler(async (step) => {
  await askProcessors({ register, ledger, records, tasks, clock: systemClock }, step);
  return {};
});
