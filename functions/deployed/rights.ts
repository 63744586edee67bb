import { dynamodbRightsRegister } from "../../shared/adapters/rights/dynamodb-rights-register.ts";
import { documents } from "./documents.ts";
import { setting } from "./settings.ts";

/** The rights requests of this deployment. */
export const rights = dynamodbRightsRegister(documents, setting("rightsTable"));
