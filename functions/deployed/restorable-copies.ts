import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { copiedPlaces } from "../../shared/adapters/quarantine/copied-places.ts";
import type { RecoveryPoints } from "../../shared/operations/ports.ts";
import { shown } from "./clock.ts";
import { recoveryPoints } from "./recovery-points.ts";
import { hasLocalCopies } from "./settings.ts";

/** The copies that may come back: recovery points, and on the embedded AWS, which lists none, copied buckets and tables. */
export const restorableCopies: Pick<RecoveryPoints, "listOf"> = hasLocalCopies()
  ? copiedPlaces({ s3: new S3Client({}), dynamodb: new DynamoDBClient({}), shown })
  : recoveryPoints;
