import { randomBytes } from "node:crypto";
import { CloudWatchClient } from "@aws-sdk/client-cloudwatch";
import { S3Client } from "@aws-sdk/client-s3";
import { SQSClient } from "@aws-sdk/client-sqs";
import { z } from "zod";
import { cloudwatchMetrics } from "../shared/adapters/aws/cloudwatch-metrics.ts";
import { s3Canaries } from "../shared/adapters/clock/s3-canaries.ts";
import { s3StoredMail } from "../shared/adapters/mail/s3-stored-mail.ts";
import { sqsMailAgain } from "../shared/adapters/mail/sqs-mail-again.ts";
import { ownRecordDays } from "../shared/domain/policy/own-record-days.ts";
import { clockDuties, planClockDuties } from "../shared/operations/clock-duties.ts";
import { doDuties } from "../shared/operations/do-duties.ts";
import { mailDuties, planMailDuties } from "../shared/operations/reconcile-mail.ts";
import { rightsDuties } from "../shared/operations/rights-duties.ts";
import { planCanaries, watchCanaries } from "../shared/operations/watch-canaries.ts";
import { planWatchOfCopies, watchCopies } from "../shared/operations/watch-copies.ts";
import { planDueDateReport, watchDueDates } from "../shared/operations/watch-due-dates.ts";
import { watchLastCopy } from "../shared/operations/watch-last-copy.ts";
import { accountsUnder } from "./deployed/accounts.ts";
import { anchors } from "./deployed/anchors.ts";
import { shown, systemClock } from "./deployed/clock.ts";
import { type Clocked, clocked } from "./deployed/clocked.ts";
import { correspondenceUnder } from "./deployed/correspondence.ts";
import { dueRows } from "./deployed/due-rows.ts";
import { duties } from "./deployed/duties.ts";
import { holds } from "./deployed/holds.ts";
import { ledger } from "./deployed/ledger.ts";
import { letters } from "./deployed/letters.ts";
import { mailRecords } from "./deployed/mail-records.ts";
import { records } from "./deployed/records.ts";
import { recoveryPoints } from "./deployed/recovery-points.ts";
import { register } from "./deployed/register.ts";
import { rights } from "./deployed/rights.ts";
import { rightsService } from "./deployed/rights-service.ts";
import { setting } from "./deployed/settings.ts";
import { signer } from "./deployed/signer.ts";
import { subjectKeys } from "./deployed/subject-keys.ts";
import { tasks } from "./deployed/tasks.ts";
import { tokens } from "./deployed/tokens.ts";
import { tombstones } from "./deployed/tombstones.ts";
import { tree } from "./deployed/tree.ts";
import { lambdaHandler, logError } from "./handler.ts";

const s3 = new S3Client({});
const storedMail = s3StoredMail(s3, setting("mailBucket"), shown);
const mailAgain = sqsMailAgain(new SQSClient({}), setting("mailQueueUrl"));
const metrics = cloudwatchMetrics(new CloudWatchClient({}), setting("service"));
const ports = { dueRows, holds, tasks, ledger, tree, signer, anchors, clock: systemClock };
/** Once in each process: what stands already stays as it is. */
let planned: Promise<void> | undefined;

/** Does what has to be done by now; the rule that sends it says nothing that is needed. */
export const handler = lambdaHandler(z.unknown(), async () => {
  const { policy, service, canary } = await clocked();
  planned ??= plan(canary).catch((error: unknown) => {
    planned = undefined;
    throw error;
  });
  await planned;
  const { done, failed } = await doDuties(
    { duties, clock: systemClock },
    {
      ...clockDuties(ports, service),
      ...canaryDuties(canary),
      ...dutiesOfCopies(policy, service),
      ...(await dutiesOfMail(policy, service)),
    },
  );
  for (const { dutyId, cause } of failed) {
    logError(`The duty ${dutyId} could not be done; it stays due.`, cause);
  }
  return { done, failed: failed.map(({ dutyId }) => dutyId) };
});

async function plan(canary: Clocked["canary"]): Promise<void> {
  await planClockDuties(duties, systemClock.now());
  await planMailDuties(duties, systemClock.now());
  await planDueDateReport(duties, systemClock.now());
  await planWatchOfCopies(duties, systemClock.now());
  if (canary) await planCanaries(duties, systemClock.now());
}

async function dutiesOfMail(policy: Clocked["policy"], { service, region }: Clocked["service"]) {
  const kept = { service, region, rawMailDays: ownRecordDays(policy, "raw-mail") };
  return {
    ...mailDuties({ storedMail, mailRecords, mailAgain, tasks, clock: systemClock }, kept),
    ...rightsDuties(
      {
        ...{ rights, register, tasks, tombstones, tokens, letters, subjectKeys },
        accounts: await accountsUnder(policy),
        correspondence: correspondenceUnder(policy),
        clock: systemClock,
        random: randomBytes,
      },
      await rightsService(),
    ),
    ...watchDueDates({ rights, tasks, metrics, clock: systemClock }, { ...kept, policy }),
  };
}

function dutiesOfCopies(policy: Clocked["policy"], { service, region }: Clocked["service"]) {
  const shared = { ...ports, register, records, recoveryPoints, duties };
  return { ...watchCopies(shared, { service, region, policy }), ...watchLastCopy(shared) };
}

function canaryDuties(canary: Clocked["canary"]) {
  if (!canary) return {};
  const canaries = s3Canaries(s3, canary.bucket);
  return watchCanaries({ canaries, duties, metrics, clock: systemClock }, canary);
}
