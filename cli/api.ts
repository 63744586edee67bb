import { z } from "zod";
import { patientPost } from "../shared/adapters/aws/patient-call.ts";
import { apiAddress } from "../shared/adapters/aws/signed-call.ts";
import type { EvidenceGiven } from "../shared/domain/tasks/evidence-given.ts";
import type { Deployment } from "./deployment.ts";
import { CommandFailed } from "./exit-codes.ts";

/** Says which member of staff calls; listened to on the embedded AWS only. */
const ACTOR_HEADER = "x-lethe-actor";

const RefusalSchema = z.object({ error: z.string(), message: z.string() });
const OpenedSchema = z.object({
  requestId: z.string(),
  state: z.string(),
  subjectRef: z.string(),
  joined: z.boolean(),
});
const ApprovedSchema = z.object({ requestId: z.string(), state: z.string() });
const ClosedTaskSchema = z.object({ taskId: z.string(), kind: z.string(), state: z.string() });

const RepliedSchema = z.object({
  rightsRequestId: z.string(),
  state: z.string(),
  dueAt: z.string().optional(),
});

const AskedSchema = z.object({ mailId: z.string(), sender: z.string() });

const PlacedHoldSchema = z.object({
  holdId: z.string(),
  covers: z.record(z.string(), z.string()),
  stores: z.array(z.string()),
  notCovered: z.array(z.object({ category: z.string(), promises: z.array(z.string()) })),
  expiring: z.array(z.string()),
});
const ReleasedHoldSchema = z.union([
  z.object({
    holdId: z.string(),
    released: z.object({ by: z.unknown(), at: z.string() }),
    isFirst: z.boolean(),
    lookedAtAgain: z.array(z.string()),
  }),
  /** A seal: a second person has to want it too. */
  z.object({ holdId: z.string(), needs: z.literal("a-second-person") }),
]);
const ExtendedSealSchema = z.object({
  holdId: z.string(),
  outcome: z.enum(["extended", "needs-a-second-person"]),
});

export type PlacedHold = z.infer<typeof PlacedHoldSchema>;
export type Opened = z.infer<typeof OpenedSchema>;

/** Whoever asks, as far as the caller may say; on AWS it is always the identity that signs. */
export interface Caller {
  readonly staffName?: string;
}

/** Opens a request, or joins the one that is open. */
export function openRequest(
  deployment: Deployment,
  caller: Caller,
  asked: { readonly subject: string; readonly scope: string; readonly reason?: string },
): Promise<Opened> {
  return post(deployment, caller, "requests", asked, OpenedSchema);
}

/** Approves the plan with this digest. */
export function approveRequest(
  deployment: Deployment,
  caller: Caller,
  requestId: string,
  planDigest: string,
): Promise<z.infer<typeof ApprovedSchema>> {
  return post(deployment, caller, `requests/${requestId}/approval`, { planDigest }, ApprovedSchema);
}

/** Closes a task with what shows that it was done. */
export function closeTask(
  deployment: Deployment,
  caller: Caller,
  taskId: string,
  evidence: EvidenceGiven,
): Promise<z.infer<typeof ClosedTaskSchema>> {
  return post(deployment, caller, `tasks/${taskId}/done`, evidence, ClosedTaskSchema);
}

/** Sends a letter about a rights request: the answer, a refusal, or that it takes longer. */
export function replyByLetter(
  deployment: Deployment,
  caller: Caller,
  number: string,
  reply: "answer" | "refusal" | "extension",
  body: Readonly<Record<string, string>>,
): Promise<z.infer<typeof RepliedSchema>> {
  return post(deployment, caller, `rights/${number}/${reply}`, body, RepliedSchema);
}

/** Asks whoever wrote a mail for somebody else for what is needed. */
export function askSender(
  deployment: Deployment,
  caller: Caller,
  mailId: string,
  body: Readonly<Record<string, string>>,
): Promise<z.infer<typeof AskedSchema>> {
  return post(deployment, caller, `mail/${mailId}/form`, body, AskedSchema);
}

/** Places a legal hold under an id of the caller's choice; placing it twice is placing it once. */
export function placeHold(
  deployment: Deployment,
  caller: Caller,
  asked: {
    readonly holdId: string;
    readonly owner: string;
    readonly reason: string;
    readonly legalBasis: string;
    readonly reviewOn: string;
  },
): Promise<PlacedHold> {
  return post(deployment, caller, "holds", asked, PlacedHoldSchema);
}

/** Releases a legal hold. */
export function releaseHold(
  deployment: Deployment,
  caller: Caller,
  holdId: string,
): Promise<z.infer<typeof ReleasedHoldSchema>> {
  return post(deployment, caller, `holds/${holdId}/release`, {}, ReleasedHoldSchema);
}

/** Moves the end of a seal to a day, or asks a second person to want the same. */
export function extendSeal(
  deployment: Deployment,
  caller: Caller,
  holdId: string,
  until: string,
): Promise<z.infer<typeof ExtendedSealSchema>> {
  return post(deployment, caller, `holds/${holdId}/extension`, { until }, ExtendedSealSchema);
}

/** Calls the API for whoever signs, and returns what it answers; a refusal is thrown with its remedy. */
export async function post<Answer>(
  deployment: Deployment,
  { staffName }: Caller,
  path: string,
  body: unknown,
  schema: z.ZodType<Answer>,
): Promise<Answer> {
  const embedded = deployment.where === "aws" ? undefined : deployment.endpoint;
  const response = await patientPost({
    url: new URL(path, apiAddress(deployment.output("ApiUrl"), embedded)),
    region: deployment.region,
    credentials: deployment.clientConfig.credentials,
    headers: staffName === undefined ? {} : { [ACTOR_HEADER]: staffName },
    body,
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok) return schema.parse(answer);
  const refusal = RefusalSchema.safeParse(answer);
  throw new CommandFailed(
    refusal.success
      ? refusal.data.message
      : `The API answered ${response.status} to ${path}: look at its log.`,
  );
}
