import { z } from "zod";
import { SETTINGS, type VendorSetting } from "../../../domain/processors/vendor-setting.ts";
import { type ApiPlace, callApi, isTrouble } from "../../processor-calls/call-api.ts";

/** Where a setting is read, and of what. */
export interface RetentionPlace {
  /** With the key of an admin, which is another than that of a project; absent: nobody gave one. */
  readonly admin?: ApiPlace | undefined;
  /** The project whose key sends; absent: that of the organisation is read. */
  readonly projectId?: string | undefined;
}

const TypeSchema = z.looseObject({ type: z.string() });
/** A project that has none of its own. */
const AS_THE_ORGANIZATION = "organization_default";

/**
 * Returns what OpenAI is set to keep of what our project sends, as it shows it itself; whatever goes wrong is a setting that
 * was not read.
 *
 * @see https://github.com/openai/openai-openapi, `/organization/projects/{project_id}/data_retention`
 */
export async function readRetentionSetting(
  { admin, projectId }: RetentionPlace,
  now: Date,
): Promise<VendorSetting> {
  const at = now.toISOString();
  if (!admin) return { read: "no", at, because: "no-key" };
  const ofProject =
    projectId === undefined ? AS_THE_ORGANIZATION : await typeAt(admin, ["projects", projectId]);
  const isOwn = ofProject !== AS_THE_ORGANIZATION;
  const said = isOwn ? ofProject : await typeAt(admin, []);
  if (typeof said !== "string") return { read: "no", at, because: said.because };
  const says = SETTINGS.find((one) => one.replaceAll("-", "_") === said);
  return says === undefined
    ? { read: "no", at, because: "unclear" }
    : { read: "yes", at, of: isOwn ? "project" : "organization", says };
}

async function typeAt(
  admin: ApiPlace,
  below: readonly string[],
): Promise<string | Pick<Extract<VendorSetting, { read: "no" }>, "because">> {
  const answer = await callApi(admin, { method: "GET", path: ["organization", ...below, "data_retention"] });
  if (isTrouble(answer)) return { because: answer.trouble === "credentials" ? "refused" : "unclear" };
  const said = TypeSchema.safeParse(answer.body);
  return answer.status === 200 && said.success ? said.data.type : { because: "unclear" };
}
