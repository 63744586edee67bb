import { planErasure } from "../shared/operations/plan-erasure.ts";
import { systemClock } from "./deployed/clock.ts";
import { ledger } from "./deployed/ledger.ts";
import { records } from "./deployed/records.ts";
import { register } from "./deployed/register.ts";
import { storesToFind } from "./deployed/stores.ts";
import { tasks } from "./deployed/tasks.ts";
import { stepHandler } from "./handler.ts";

export const handler = stepHandler(async (step) => {
  const stores = await storesToFind(step);
  return planErasure({ register, stores, ledger, records, tasks, clock: systemClock }, step);
});
