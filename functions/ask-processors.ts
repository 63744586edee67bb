import { askProcessors } from "../shared/operations/ask-processors.ts";
import { ledger } from "./deployed/ledger.ts";
import { records } from "./deployed/records.ts";
import { register } from "./deployed/register.ts";
import { stepHandler } from "./handler.ts";

export const handler = stepHandler(async (step) => {
  await askProcessors({ register, ledger, records }, step);
  return {};
});
