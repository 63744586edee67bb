import type { Policy } from "../domain/policy/policy.ts";
import type { ClockedService } from "../domain/retention/clocked-service.ts";

/** The service that people write to, the policy in force, and where its public pages are. */
export interface RightsService extends Pick<ClockedService, "service" | "region" | "policyDigest"> {
  readonly policy: Policy;
  /** Without a slash at the end; links in letters begin with it, whatever a request calls itself. */
  readonly pagesUrl: string;
}
