import { dynamodbRestores } from "../../shared/adapters/quarantine/dynamodb-restores.ts";
import { documents } from "./documents.ts";
import { numberSetting, setting } from "./settings.ts";

/** Every restore there was, for as long as the ledger tells of it. */
export const restores = dynamodbRestores(documents, setting("clockTable"), numberSetting("ledgerDays"));
