import { dynamodbRequestRegister } from "../../shared/adapters/aws/dynamodb-request-register.ts";
import { documents } from "./documents.ts";
import { setting } from "./settings.ts";

/** The register of this deployment. */
export const register = dynamodbRequestRegister(documents, setting("requestsTable"));
