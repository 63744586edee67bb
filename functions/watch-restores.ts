import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { z } from "zod";
import { recordedRestore } from "../shared/adapters/quarantine/recorded-restore.ts";
import { surroundingsAt } from "../shared/adapters/quarantine/surroundings.ts";
import { policyOnRecord } from "../shared/operations/policy-on-record.ts";
import { lookForCopies, noteRestore } from "../shared/operations/watch-restores.ts";
import { bindingsOnRecord } from "./deployed/bindings.ts";
import { systemClock } from "./deployed/clock.ts";
import { records } from "./deployed/records.ts";
import { restores } from "./deployed/restores.ts";
import { setting } from "./deployed/settings.ts";
import { tasks } from "./deployed/tasks.ts";
import { lambdaHandler } from "./handler.ts";

const clients = { s3: new S3Client({}), dynamodb: new DynamoDBClient({}) };
const ports = { restores, tasks, clock: systemClock };

/** What CloudTrail recorded of one restore; or, sent by the clock, a look at everything that is there. */
export const handler = lambdaHandler(z.unknown(), async (event) => {
  const { policy } = await policyOnRecord(records, setting("policyDigest"));
  const bindings = await bindingsOnRecord();
  const region = setting("region");
  const service = { policy, bindings, region, quarantineBucket: setting("quarantineBucket") };
  const recorded = recordedRestore(event);
  if (recorded === "failed") return { flagged: [] };
  if (recorded) return noteRestore(ports, service, recorded);
  return lookForCopies({ ...ports, surroundings: surroundingsAt(clients, policy) }, service);
});
