import { dynamodbTombstones } from "../../shared/adapters/aws/dynamodb-tombstones.ts";
import { documents } from "./documents.ts";
import { setting } from "./settings.ts";

/** The tombstones of this deployment. */
export const tombstones = dynamodbTombstones(documents, setting("tombstonesTable"));
