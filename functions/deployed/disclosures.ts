import { dynamodbDisclosures } from "../../shared/adapters/aws/dynamodb-disclosures.ts";
import { dynamodbProcessorAsks } from "../../shared/adapters/aws/dynamodb-processor-asks.ts";
import { dynamodbDuties } from "../../shared/adapters/clock/dynamodb-duties.ts";
import { documents } from "./documents.ts";
import { setting } from "./settings.ts";

const table = setting("disclosuresTable");

/** What was sent to third parties in this deployment. */
export const disclosures = dynamodbDisclosures(documents, table);
/** What they are asked about. */
export const asks = dynamodbProcessorAsks(documents, table);
/** When they are asked again: apart from what else is due, so that no vendor delays it. */
export const askingDuties = dynamodbDuties(documents, table);
