import { dynamodbLedger } from "../../shared/adapters/aws/dynamodb-ledger.ts";
import { systemClock } from "./clock.ts";
import { documents } from "./documents.ts";
import { numberSetting, setting } from "./settings.ts";

/** The ledger of this deployment. */
export const ledger = dynamodbLedger(documents, setting("ledgerTable"), {
  service: setting("service"),
  region: setting("region"),
  clock: systemClock,
  keptDays: numberSetting("ledgerDays"),
});
