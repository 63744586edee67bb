import { dynamodbMailRecords } from "../../shared/adapters/rights/dynamodb-mail-records.ts";
import { documents } from "./documents.ts";
import { setting } from "./settings.ts";

/** Which mail this deployment took in. */
export const mailRecords = dynamodbMailRecords(documents, setting("rightsTable"));
