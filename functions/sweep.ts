import { CloudWatchClient } from "@aws-sdk/client-cloudwatch";
import { z } from "zod";
import { cloudwatchMetrics } from "../shared/adapters/aws/cloudwatch-metrics.ts";
import { droppingCached } from "../shared/operations/drop-cached.ts";
import { reportClock } from "../shared/operations/report-clock.ts";
import { sweep } from "../shared/operations/sweep.ts";
import { cachedCopies } from "./deployed/cached-copies.ts";
import { systemClock } from "./deployed/clock.ts";
import { clocked } from "./deployed/clocked.ts";
import { dueRows } from "./deployed/due-rows.ts";
import { holds } from "./deployed/holds.ts";
import { ledger } from "./deployed/ledger.ts";
import { measurements } from "./deployed/measurements.ts";
import { register } from "./deployed/register.ts";
import { setting } from "./deployed/settings.ts";
import { subjectKeys } from "./deployed/subject-keys.ts";
import { tasks } from "./deployed/tasks.ts";
import { things } from "./deployed/things.ts";
import { lambdaHandler, logError } from "./handler.ts";

const ports = { things, dueRows, holds, ledger, register, subjectKeys, tasks, clock: systemClock };
const metrics = cloudwatchMetrics(new CloudWatchClient({}), setting("service"));

/** One tick of the clock; the rule that sends it says nothing that is needed. */
export const handler = lambdaHandler(z.unknown(), async (_, context) => {
  const { policy, service, ...known } = await clocked();
  const expiringStores = droppingCached(policy, known.expiringStores, cachedCopies);
  const remainingMs = () => context.getRemainingTimeInMillis();
  const { failures, ...swept } = await sweep({ ...ports, expiringStores, remainingMs }, service);
  for (const { store, shard, cause } of failures) {
    logError(`Store ${store} could not be swept in shard ${shard}: the next tick tries again.`, cause);
  }
  await reportClock({ metrics, measurements, clock: systemClock }, service, swept);
  return { ...swept, failed: failures.length };
});
