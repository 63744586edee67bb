import { ACCOUNT } from "../domain/erasure/scope.ts";
import type { SubjectId } from "../domain/erasure/subject-id.ts";
import type { ClockedService } from "../domain/retention/clocked-service.ts";
import { type OpenRequestPorts, openRequest } from "./open-request.ts";

export type EndAccountPorts = OpenRequestPorts;

/**
 * Opens the erasure of an account that the service says has ended, or joins the one that is open: what ends with the
 * account is erased, with proof, and not merely deleted thing by thing.
 */
export async function endAccount(
  ports: EndAccountPorts,
  { service, region, policyDigest }: ClockedService,
  subject: SubjectId,
): Promise<void> {
  await openRequest(ports, {
    subject,
    scope: ACCOUNT,
    actor: { kind: "clock" },
    reason: "The service told that the account ended.",
    service,
    region,
    policyDigest,
  });
}
