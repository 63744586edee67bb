import { HoldIdSchema } from "../shared/domain/holds/hold-id.ts";
import { policyOnRecord } from "../shared/operations/policy-on-record.ts";
import { releaseHold } from "../shared/operations/release-hold.ts";
import { ApiEventSchema, actorOf, answer, onlyStaff, refusal } from "./api.ts";
import { systemClock } from "./deployed/clock.ts";
import { signalDrain } from "./deployed/drain-signal.ts";
import { duties } from "./deployed/duties.ts";
import { holds } from "./deployed/holds.ts";
import { records } from "./deployed/records.ts";
import { register } from "./deployed/register.ts";
import { setting } from "./deployed/settings.ts";
import { lambdaHandler } from "./handler.ts";

/** A seal is lifted by two people. */
const SEALED = {
  "asked-by-the-same-person": [
    403,
    "It is a seal, which two people lift: ask another one. Two sessions of one role count as one person.",
  ],
  "changed-meanwhile": [409, "The seal was changed at the same moment: look at it again."],
} as const;

export const handler = lambdaHandler(ApiEventSchema, async (event) => {
  const actor = actorOf(event);
  if (actor?.kind !== "staff") return onlyStaff("release a hold");
  const holdId = HoldIdSchema.safeParse(event.pathParameters?.holdId);
  const { policy } = await policyOnRecord(records, setting("policyDigest"));
  const released = holdId.success
    ? await releaseHold({ holds, register, duties, clock: systemClock }, policy, {
        holdId: holdId.data,
        by: actor,
      })
    : undefined;
  if (!released) {
    return refusal(404, "NoSuchHold", "There is no such hold: list them with lethe hold list.");
  }
  if ("because" in released) {
    if (released.because === "needs-a-second-person") {
      return answer(202, { holdId: released.hold.holdId, needs: "a-second-person" });
    }
    const [statusCode, message] = SEALED[released.because];
    return refusal(statusCode, released.because, message);
  }
  await signalDrain();
  const { hold, isFirst, lookedAtAgain } = released;
  return answer(200, { holdId: hold.holdId, released: hold.released, isFirst, lookedAtAgain });
});
