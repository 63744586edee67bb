import { boundBackups } from "../shared/operations/bound-backups.ts";
import { systemClock } from "./deployed/clock.ts";
import { ledger } from "./deployed/ledger.ts";
import { records } from "./deployed/records.ts";
import { recoveryPoints } from "./deployed/recovery-points.ts";
import { register } from "./deployed/register.ts";
import { stepHandler } from "./handler.ts";

export const handler = stepHandler(async (step) => {
  await boundBackups({ register, ledger, records, recoveryPoints, clock: systemClock }, step);
  return {};
});
