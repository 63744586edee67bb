import { freezeSubject } from "../shared/operations/freeze-subject.ts";
import { accountsOf } from "./deployed/accounts-of-step.ts";
import { systemClock } from "./deployed/clock.ts";
import { ledger } from "./deployed/ledger.ts";
import { records } from "./deployed/records.ts";
import { register } from "./deployed/register.ts";
import { tombstones } from "./deployed/tombstones.ts";
import { stepHandler } from "./handler.ts";

export const handler = stepHandler(async (step) => {
  const accounts = await accountsOf(step);
  return freezeSubject({ register, tombstones, accounts, ledger, records, clock: systemClock }, step);
});
