import { policyOnRecord } from "../../shared/operations/policy-on-record.ts";
import type { RightsService } from "../../shared/operations/rights-service.ts";
import { records } from "./records.ts";
import { setting } from "./settings.ts";

/** Returns the service of this deployment, under the policy in force. */
export async function rightsService(): Promise<RightsService> {
  return { ...(await servedByPages()), pagesUrl: setting("pagesUrl") };
}

/** Returns the same to the pages themselves, which do not know where they are: their links are relative. */
export async function servedByPages(): Promise<Omit<RightsService, "pagesUrl">> {
  const { policy, digest } = await policyOnRecord(records, setting("policyDigest"));
  return { service: setting("service"), region: setting("region"), policy, policyDigest: digest };
}
