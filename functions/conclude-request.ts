import { randomBytes } from "node:crypto";
import { z } from "zod";
import { StepSchema } from "../shared/domain/erasure/step.ts";
import { concludeRequest } from "../shared/operations/conclude-request.ts";
import { systemClock } from "./deployed/clock.ts";
import { asks } from "./deployed/disclosures.ts";
import { duties } from "./deployed/duties.ts";
import { holds } from "./deployed/holds.ts";
import { ledger } from "./deployed/ledger.ts";
import { letters } from "./deployed/letters.ts";
import { records } from "./deployed/records.ts";
import { register } from "./deployed/register.ts";
import { setting } from "./deployed/settings.ts";
import { tasks } from "./deployed/tasks.ts";
import { tokens } from "./deployed/tokens.ts";
import { tombstones } from "./deployed/tombstones.ts";
import { lambdaHandler } from "./handler.ts";

const CertifiedStepSchema = StepSchema.extend({ certificateKey: z.string().min(1) });

export const handler = lambdaHandler(CertifiedStepSchema, async ({ certificateKey, ...step }) => {
  await concludeRequest(
    {
      ...{ register, records, letters, tasks, holds, tombstones, ledger, tokens, asks, duties },
      clock: systemClock,
      random: randomBytes,
      pagesUrl: setting("pagesUrl"),
    },
    step,
    certificateKey,
  );
  return {};
});
