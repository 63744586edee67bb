import { z } from "zod";
import { canonicalJson, sha256Hex } from "../shared/domain/canonical-json.ts";
import { BindingsSchema } from "../shared/domain/policy/bindings.ts";
import { PolicySchema } from "../shared/domain/policy/policy.ts";
import { archiveSigningKey } from "../shared/operations/archive-signing-key.ts";
import { anchors } from "./deployed/anchors.ts";
import { systemClock } from "./deployed/clock.ts";
import { records } from "./deployed/records.ts";
import { signer } from "./deployed/signer.ts";
import { subjectKeys } from "./deployed/subject-keys.ts";
import { plainErrorName } from "./error-name.ts";
import { lambdaHandler, logError } from "./handler.ts";

/** What CloudFormation sends; `policy` and `bindings` are JSON texts, because it turns every value into a string. */
const ResourceEventSchema = z.object({
  RequestType: z.enum(["Create", "Update", "Delete"]),
  ResponseURL: z.url(),
  StackId: z.string(),
  RequestId: z.string(),
  LogicalResourceId: z.string(),
  ResourceProperties: z.object({ policy: z.string(), bindings: z.string() }),
});

type ResourceEvent = z.infer<typeof ResourceEventSchema>;

/**
 * Makes a deployment ready before anybody can ask it for anything: its policy and bindings are on record, the key of
 * subject references exists, and the public key that certificates are checked with is archived.
 */
export const handler = lambdaHandler(ResourceEventSchema, async (event, context) => {
  const outcome = await outcomeOf(event);
  const { StackId, RequestId, LogicalResourceId } = event;
  const answered = await fetch(event.ResponseURL, {
    method: "PUT",
    // The address is signed for no content type.
    headers: { "content-type": "" },
    body: JSON.stringify({
      ...outcome,
      PhysicalResourceId: "lethe-deployment",
      StackId,
      RequestId,
      LogicalResourceId,
      ...(outcome.Status === "FAILED"
        ? { Reason: `${outcome.Reason} The log of invocation ${context.awsRequestId} says where.` }
        : {}),
    }),
  });
  if (!answered.ok)
    throw new AnswerRefused(`CloudFormation answered ${answered.status}: it goes on waiting.`);
  return { status: outcome.Status };
});

/** CloudFormation did not take the answer; Lambda invokes again, and the work is the same. */
export class AnswerRefused extends Error {
  override readonly name = "AnswerRefused";
}

async function outcomeOf(
  event: ResourceEvent,
): Promise<{ Status: "SUCCESS" } | { Status: "FAILED"; Reason: string }> {
  // What was put on record stays: certificates refer to it.
  if (event.RequestType === "Delete") return { Status: "SUCCESS" };
  try {
    await prepare(event.ResourceProperties);
    return { Status: "SUCCESS" };
  } catch (error) {
    logError("The deployment could not be prepared.", error);
    return { Status: "FAILED", Reason: plainErrorName(error instanceof Error ? error.name : undefined) };
  }
}

async function prepare(properties: ResourceEvent["ResourceProperties"]): Promise<void> {
  const policy = PolicySchema.parse(JSON.parse(properties.policy));
  const canonical = canonicalJson(policy);
  await records.putPolicy({ policy, canonical, digest: sha256Hex(canonical) });
  await records.putBindings(BindingsSchema.parse(JSON.parse(properties.bindings)));
  await subjectKeys.current();
  await archiveSigningKey({ signer, anchors, clock: systemClock }, policy.service.id);
}
