import { z } from "zod";
import { HoldIdSchema } from "../shared/domain/holds/hold-id.ts";
import { type Extension, extendSeal } from "../shared/operations/extend-seal.ts";
import { policyOnRecord } from "../shared/operations/policy-on-record.ts";
import { ApiEventSchema, actorOf, answer, bodyOf, onlyStaff, refusal } from "./api.ts";
import { systemClock } from "./deployed/clock.ts";
import { signalDrain } from "./deployed/drain-signal.ts";
import { holds } from "./deployed/holds.ts";
import { records } from "./deployed/records.ts";
import { register } from "./deployed/register.ts";
import { setting } from "./deployed/settings.ts";
import { lambdaHandler } from "./handler.ts";

const AskedSchema = z.strictObject({ until: z.iso.date() });

const WHY = {
  "no-such-seal": [404, "There is no such seal: list holds with lethe hold list."],
  "not-later": [409, "It is sealed until then already: give a later day."],
  "too-long": [409, "The policy lets nothing be preserved for so long from today: give an earlier day."],
  "asked-by-the-same-person": [
    403,
    "Two people have to want this: ask another one. Two sessions of one role count as one person.",
  ],
  "changed-meanwhile": [409, "The seal was changed at the same moment: look at it again."],
} as const;

export const handler = lambdaHandler(ApiEventSchema, async (event) => {
  const actor = actorOf(event);
  if (actor?.kind !== "staff") return onlyStaff("extend a seal");
  const holdId = HoldIdSchema.safeParse(event.pathParameters?.holdId);
  const asked = bodyOf(event, AskedSchema);
  if (!holdId.success || !asked) {
    return refusal(400, "ExtensionRefused", 'Send {"until"}: the day, as 2027-06-30.');
  }
  const { policy } = await policyOnRecord(records, setting("policyDigest"));
  const extension = await extendSeal({ holds, register, clock: systemClock }, policy, {
    holdId: holdId.data,
    until: asked.until,
    by: actor,
  });
  return answered(holdId.data, extension);
});

async function answered(holdId: string, { outcome, until }: Extension) {
  switch (outcome) {
    case "extended":
      await signalDrain();
      return answer(200, { holdId, outcome, until });
    case "needs-a-second-person":
      return answer(202, { holdId, outcome });
    default: {
      const [statusCode, message] = WHY[outcome];
      return refusal(statusCode, outcome, message);
    }
  }
}
