import { randomBytes } from "node:crypto";
import { z } from "zod";
import { ScopeTextSchema } from "../shared/domain/erasure/scope.ts";
import { SubjectIdSchema } from "../shared/domain/erasure/subject-id.ts";
import { scopeRefusal } from "../shared/domain/policy/scope-refusal.ts";
import { openRequest, SealingRefused, TooManyByOnePerson } from "../shared/operations/open-request.ts";
import { policyOnRecord } from "../shared/operations/policy-on-record.ts";
import { ApiEventSchema, actorOf, answer, bodyOf, refusal } from "./api.ts";
import { systemClock } from "./deployed/clock.ts";
import { signalDrain } from "./deployed/drain-signal.ts";
import { records } from "./deployed/records.ts";
import { register } from "./deployed/register.ts";
import { setting } from "./deployed/settings.ts";
import { subjectKeys } from "./deployed/subject-keys.ts";
import { lambdaHandler } from "./handler.ts";

const AskedSchema = z.strictObject({
  subject: SubjectIdSchema,
  /** Such as `account` or `page:ID`. */
  scope: ScopeTextSchema,
  reason: z.string().min(1).max(500).optional(),
});

export const handler = lambdaHandler(ApiEventSchema, async (event) => {
  const actor = actorOf(event);
  if (!actor)
    return refusal(403, "CallerUnknown", "AWS did not say who calls: sign the call with IAM credentials.");
  const asked = bodyOf(event, AskedSchema);
  if (!asked) {
    return refusal(
      400,
      "RequestRefused",
      'Send {"subject", "scope", "reason"?}; a subject is 1 to 128 of A-Z a-z 0-9 _ and -, a scope such as account or page:ID.',
    );
  }
  const { policy } = await policyOnRecord(records, setting("policyDigest"));
  const refused = scopeRefusal(policy, asked.scope);
  if (refused !== undefined) return refusal(400, "ScopeRefused", refused);
  const opened = await openRequest(
    { register, subjectKeys, clock: systemClock, random: randomBytes },
    {
      subject: asked.subject,
      scope: asked.scope,
      actor,
      ...(asked.reason === undefined ? {} : { reason: asked.reason }),
      service: setting("service"),
      region: setting("region"),
      policyDigest: setting("policyDigest"),
    },
  ).catch((error: unknown) => {
    if (error instanceof TooManyByOnePerson || error instanceof SealingRefused) return error;
    throw error;
  });
  if (opened instanceof TooManyByOnePerson) return refusal(429, opened.name, opened.message);
  if (opened instanceof SealingRefused) return refusal(403, opened.name, opened.message);
  const { request, joined } = opened;
  await signalDrain();
  const { requestId, subjectRef, progress } = request;
  return answer(202, { requestId, state: progress.state, subjectRef, joined });
});
