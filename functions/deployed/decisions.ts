import { dynamodbDecisions } from "../../shared/adapters/aws/dynamodb-decisions.ts";
import { documents } from "./documents.ts";
import { setting } from "./settings.ts";

/** What people decided about the use of their data. */
export const decisions = dynamodbDecisions(documents, setting("decisionsTable"));
