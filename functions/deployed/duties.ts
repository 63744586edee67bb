import { dynamodbDuties } from "../../shared/adapters/clock/dynamodb-duties.ts";
import { documents } from "./documents.ts";
import { setting } from "./settings.ts";

/** What this deployment has to do by when. */
export const duties = dynamodbDuties(documents, setting("clockTable"));
