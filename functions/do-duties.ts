import { z } from "zod";
import { clockDuties, planClockDuties } from "../shared/operations/clock-duties.ts";
import { doDuties } from "../shared/operations/do-duties.ts";
import { anchors } from "./deployed/anchors.ts";
import { systemClock } from "./deployed/clock.ts";
import { clocked } from "./deployed/clocked.ts";
import { dueRows } from "./deployed/due-rows.ts";
import { duties } from "./deployed/duties.ts";
import { holds } from "./deployed/holds.ts";
import { ledger } from "./deployed/ledger.ts";
import { signer } from "./deployed/signer.ts";
import { tasks } from "./deployed/tasks.ts";
import { tree } from "./deployed/tree.ts";
import { lambdaHandler, logError } from "./handler.ts";

const ports = { dueRows, holds, tasks, ledger, tree, signer, anchors, clock: systemClock };
/** Once in each process: what stands already stays as it is. */
let planned: Promise<void> | undefined;

/** Does what has to be done by now; the rule that sends it says nothing that is needed. */
export const handler = lambdaHandler(z.unknown(), async () => {
  const { service } = await clocked();
  planned ??= planClockDuties(duties, systemClock.now()).catch((error: unknown) => {
    planned = undefined;
    throw error;
  });
  await planned;
  const { done, failed } = await doDuties({ duties, clock: systemClock }, clockDuties(ports, service));
  for (const { dutyId, cause } of failed) {
    logError(`The duty ${dutyId} could not be done; it stays due.`, cause);
  }
  return { done, failed: failed.map(({ dutyId }) => dutyId) };
});
