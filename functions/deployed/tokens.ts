import { dynamodbTokens } from "../../shared/adapters/rights/dynamodb-tokens.ts";
import { documents } from "./documents.ts";
import { setting } from "./settings.ts";

/** The links of this deployment. */
export const tokens = dynamodbTokens(documents, setting("rightsTable"));
