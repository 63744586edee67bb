import { defaultProvider } from "@aws-sdk/credential-provider-node";
import { z } from "zod";
import { isTurnedAway, patientPost } from "../shared/adapters/aws/patient-call.ts";
import { apiAddress } from "../shared/adapters/aws/signed-call.ts";
import { scopeOf, scopeText } from "../shared/domain/erasure/scope.ts";
import { subjectIdOf } from "../shared/domain/erasure/subject-id.ts";
import { ClientIncomplete } from "./client-settings.ts";
import type { AwsConfig } from "./lethe-client.ts";
import { ApiBusy, ErasureRefused } from "./refusals.ts";

const SettingsSchema = z.strictObject({ apiUrl: z.url(), region: z.string().min(1) });
const RequestedSchema = z.object({ requestId: z.string(), state: z.string(), joined: z.boolean() });
const WithdrawnSchema = z.object({ requestId: z.string(), state: z.string() });
const RefusalSchema = z.object({ error: z.string(), message: z.string() });

/** Where erasures are asked for, from the outputs `ApiUrl` and `Region` of the erasure stack. */
export type ErasureSettings = z.infer<typeof SettingsSchema>;
export type RequestedErasure = z.infer<typeof RequestedSchema>;

/** What the service's own code asks for on behalf of the person who is signed in to it. */
export interface ErasureRequests {
  /**
   * Asks for an erasure as the person's own, or joins the one that is open for the same scope. It has happened only when
   * the request has completed; whoever asks is told of the time to change their mind, if the policy gives one.
   *
   * @param scope such as `account`, `project:ID`, `page:ID` or `image:ID`.
   * @param reason for the record, at most 500 characters; it names nobody.
   * @throws {ErasureRefused} with what the API said; nothing was changed.
   * @throws {ApiBusy} if the API had no room for it, also a few seconds later: asking again is safe.
   */
  requestErasure(subject: string, scope: string, reason?: string): Promise<RequestedErasure>;
  /**
   * Takes back what this person asked for, as long as nobody is frozen.
   *
   * @throws {ErasureRefused} if it is not theirs, or there is no undo any more.
   */
  withdrawErasure(subject: string, requestId: string): Promise<z.infer<typeof WithdrawnSchema>>;
}

/**
 * Returns the way to ask for erasures, for a role with the managed policy of the output `RequestErasurePolicyArn`. The
 * caller has to know that it is this person who asks: nobody checks it again.
 *
 * @throws {ClientIncomplete} naming the setting that is missing.
 */
export function erasureRequests(settings: ErasureSettings, awsConfig: AwsConfig = {}): ErasureRequests {
  const parsed = SettingsSchema.safeParse(settings);
  if (!parsed.success) {
    throw new ClientIncomplete(
      `The settings of the Lethe client are not complete: ${z.prettifyError(parsed.error)}`,
    );
  }
  const { apiUrl, region } = parsed.data;
  const credentials = awsConfig.credentials ?? defaultProvider();
  const post = async <Answer>(path: string, body: unknown, schema: z.ZodType<Answer>): Promise<Answer> => {
    const url = new URL(path, apiAddress(apiUrl, awsConfig.endpoint));
    const response = await patientPost({ url, region, credentials, body });
    if (await isTurnedAway(response)) throw new ApiBusy(response.status);
    const answer: unknown = await response.json().catch(() => undefined);
    if (response.ok) return schema.parse(answer);
    const refusal = RefusalSchema.safeParse(answer).data;
    throw new ErasureRefused(response.status, refusal?.error, refusal?.message);
  };
  return {
    requestErasure: async (subject, scope, reason) => {
      const asked = { subject: subjectIdOf(subject), scope: scopeText(scopeOf(scope)) };
      const body = { ...asked, ...(reason === undefined ? {} : { reason }) };
      return post("service/requests", body, RequestedSchema);
    },
    withdrawErasure: async (subject, requestId) => {
      const path = `service/requests/${encodeURIComponent(requestId)}/withdrawal`;
      return post(path, { subject: subjectIdOf(subject) }, WithdrawnSchema);
    },
  };
}
