import { dynamodbHolds } from "../../shared/adapters/aws/dynamodb-holds.ts";
import { documents } from "./documents.ts";
import { setting } from "./settings.ts";

/** The legal holds of this deployment. */
export const holds = dynamodbHolds(documents, setting("holdsTable"));
