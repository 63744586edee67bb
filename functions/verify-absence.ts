import { verifyAbsence } from "../shared/operations/verify-absence.ts";
import { systemClock } from "./deployed/clock.ts";
import { ledger } from "./deployed/ledger.ts";
import { register } from "./deployed/register.ts";
import { storesOf } from "./deployed/stores.ts";
import { subjectKeys } from "./deployed/subject-keys.ts";
import { stepHandler } from "./handler.ts";

export const handler = stepHandler(async (step) => {
  const stores = await storesOf(step, subjectKeys);
  return verifyAbsence({ register, stores, ledger, clock: systemClock }, step);
});
