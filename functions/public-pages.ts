import { randomBytes } from "node:crypto";
import { SQSClient } from "@aws-sdk/client-sqs";
import { sqsForms } from "../shared/adapters/mail/sqs-forms.ts";
import { systemClock } from "./deployed/clock.ts";
import { decisions } from "./deployed/decisions.ts";
import { signalDrain } from "./deployed/drain-signal.ts";
import { duties } from "./deployed/duties.ts";
import { records } from "./deployed/records.ts";
import { register } from "./deployed/register.ts";
import { rights } from "./deployed/rights.ts";
import { servedByPages } from "./deployed/rights-service.ts";
import { setting } from "./deployed/settings.ts";
import { subjectKeys } from "./deployed/subject-keys.ts";
import { tasks } from "./deployed/tasks.ts";
import { tokens } from "./deployed/tokens.ts";
import { lambdaHandler } from "./handler.ts";
import { PageEventSchema } from "./pages/page-call.ts";
import { answerPage } from "./pages/page-routes.ts";

const ports = {
  ...{ decisions, duties, records, register, rights, subjectKeys, tasks, tokens },
  forms: sqsForms(new SQSClient({}), setting("mailQueueUrl")),
  drainSignal: { send: signalDrain },
  clock: systemClock,
  random: randomBytes,
};

/** The pages that letters lead to, and the contact form: whoever asks is nobody, unless a link of ours says more. */
export const handler = lambdaHandler(PageEventSchema, async (event) =>
  answerPage(ports, await servedByPages(), event),
);
