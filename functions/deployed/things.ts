import { dynamodbThingRecords } from "../../shared/adapters/clock/dynamodb-thing-records.ts";
import { documents } from "./documents.ts";
import { setting } from "./settings.ts";

/** What the clock of this deployment knows of things. */
export const things = dynamodbThingRecords(documents, setting("clockTable"));
