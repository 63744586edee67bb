import { boundBackups } from "../shared/operations/bound-backups.ts";
import { ledger } from "./deployed/ledger.ts";
import { records } from "./deployed/records.ts";
import { register } from "./deployed/register.ts";
import { stepHandler } from "./handler.ts";

export const handler = stepHandler(async (step) => {
  await boundBackups({ register, ledger, records }, step);
  return {};
});
