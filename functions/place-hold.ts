import { z } from "zod";
import { SubjectIdSchema } from "../shared/domain/erasure/subject-id.ts";
import { HoldIdSchema } from "../shared/domain/holds/hold-id.ts";
import { DeclarationIdSchema } from "../shared/domain/policy/store.ts";
import { placeHold } from "../shared/operations/place-hold.ts";
import { policyOnRecord } from "../shared/operations/policy-on-record.ts";
import { ApiEventSchema, actorOf, answer, bodyOf, onlyStaff, refusal } from "./api.ts";
import { systemClock } from "./deployed/clock.ts";
import { holds } from "./deployed/holds.ts";
import { records } from "./deployed/records.ts";
import { setting } from "./deployed/settings.ts";
import { subjectKeys } from "./deployed/subject-keys.ts";
import { lambdaHandler } from "./handler.ts";

const AskedSchema = z.strictObject({
  holdId: HoldIdSchema,
  subject: SubjectIdSchema.optional(),
  category: DeclarationIdSchema.optional(),
  store: DeclarationIdSchema.optional(),
  /** S3 takes keys of at most 1,024 bytes, as DynamoDB does sort keys. */
  item: z.string().min(1).max(1024).optional(),
  createdFrom: z.iso.datetime().optional(),
  createdTo: z.iso.datetime().optional(),
  owner: z.string().min(1).max(200),
  reason: z.string().min(1).max(500),
  legalBasis: z.string().min(1).max(200),
  reviewOn: z.iso.date(),
});

export const handler = lambdaHandler(ApiEventSchema, async (event) => {
  const actor = actorOf(event);
  if (actor?.kind !== "staff") return onlyStaff("place a hold");
  const asked = bodyOf(event, AskedSchema);
  if (!asked) {
    return refusal(
      400,
      "HoldRefused",
      'Send {"holdId", "owner", "reason", "legalBasis", "reviewOn"} and one or more of {"subject", "category", "store", "item", "createdFrom", "createdTo"}; an id of your own choice as hold_ and 26 of 0-9 and a-v, dates as 2027-06-30, times as 2027-06-30T00:00:00Z.',
    );
  }
  const { policy } = await policyOnRecord(records, setting("policyDigest"));
  const placed = await placeHold({ holds, subjectKeys, clock: systemClock }, policy, {
    ...asked,
    by: actor,
    region: setting("region"),
  });
  if (!placed.placed) return refusal(409, "HoldRefused", placed.why);
  const { hold, stores, notCovered, expiring } = placed;
  return answer(201, { holdId: hold.holdId, covers: hold.covers, stores, notCovered, expiring });
});
