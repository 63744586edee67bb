import { CloudWatchClient } from "@aws-sdk/client-cloudwatch";
import { S3Client } from "@aws-sdk/client-s3";
import { z } from "zod";
import { cloudwatchMetrics } from "../shared/adapters/aws/cloudwatch-metrics.ts";
import { s3Canaries } from "../shared/adapters/clock/s3-canaries.ts";
import { type DoDuty, doDuties } from "../shared/operations/do-duties.ts";
import { SEAL_DAY, sealDays, sealToday } from "../shared/operations/seal-days.ts";
import { PUT_CANARY, watchCanaries } from "../shared/operations/watch-canaries.ts";
import { anchors } from "./deployed/anchors.ts";
import { systemClock } from "./deployed/clock.ts";
import { clocked } from "./deployed/clocked.ts";
import { duties } from "./deployed/duties.ts";
import { ledger } from "./deployed/ledger.ts";
import { setting } from "./deployed/settings.ts";
import { signer } from "./deployed/signer.ts";
import { tree } from "./deployed/tree.ts";
import { lambdaHandler, logError } from "./handler.ts";

const metrics = cloudwatchMetrics(new CloudWatchClient({}), setting("service"));
const s3 = new S3Client({});

/** Does what is due; the rule that sends the tick says nothing that is needed. */
export const handler = lambdaHandler(z.unknown(), async () => {
  const { service, canary } = await clocked();
  const sealing = sealDays({ ledger, tree, signer, anchors, clock: systemClock }, service);
  await duties.putOnce(sealToday(systemClock));
  let handlers: Readonly<Record<string, DoDuty>> = { [SEAL_DAY]: sealing };
  if (canary) {
    const ports = { canaries: s3Canaries(s3, canary.bucket), duties, metrics, clock: systemClock };
    handlers = { ...handlers, ...watchCanaries(ports, canary) };
    const now = systemClock.now().toISOString();
    await duties.putOnce({ dutyId: PUT_CANARY, kind: PUT_CANARY, about: {}, dueAt: now });
  }
  const { done, failed } = await doDuties({ duties, clock: systemClock }, handlers);
  for (const { dutyId, cause } of failed)
    logError(`The duty ${dutyId} could not be done; it stays due.`, cause);
  return { done: done.length, failed: failed.map(({ dutyId }) => dutyId) };
});
