import type { SubjectId } from "../domain/erasure/subject-id.ts";
import { ownRecordEndsAt } from "../domain/policy/own-record-days.ts";
import type { RightsRequest } from "../domain/rights/rights-request.ts";
import { changeRightsRequest } from "./change-rights-request.ts";
import { planToFollow } from "./follow-rights-request.ts";
import { type HandToAPersonPorts, handToAPerson } from "./hand-to-a-person.ts";
import { type OpenRequestPorts, openRequest } from "./open-request.ts";
import type { AccountDirectory, Accounts, DrainSignal, Duties } from "./ports.ts";
import type { RightsService } from "./rights-service.ts";

/** Who asks for an erasure that a mail reported: nobody of the staff, so any of them may approve it. */
const REPORTED_BY_MAIL = "report-by-mail";

export interface ReportMinorPorts extends HandToAPersonPorts, OpenRequestPorts {
  readonly directory: AccountDirectory;
  readonly accounts: Accounts;
  readonly drainSignal: DrainSignal;
  readonly duties: Pick<Duties, "put" | "putOnce">;
}

/**
 * Acts on word that an account is a child's. If it comes from the address of that account, the account is closed now,
 * which can be undone, and the erasure waits for a person, since that cannot. Who writes of another's account, as parents
 * do, is heard by a person first.
 */
export async function reportMinor(
  ports: ReportMinorPorts,
  service: RightsService,
  request: RightsRequest,
): Promise<string> {
  const accounts =
    request.address === undefined ? [] : await ports.directory.findByAddress(request.address, 2);
  const [account] = accounts;
  if (!account || accounts.length > 1) {
    return handToAPerson(
      ports,
      service,
      request,
      "find the account of the child that is meant, and who writes",
    );
  }
  const { subjectId: subject } = account;
  await planToFollow(ports.duties, request.rightsRequestId, ports.clock.now());
  // The erasure first: an account that is closed while nobody knows of it stays closed for ever.
  const { request: erasure } = await openRequest(ports, {
    subject,
    scope: { kind: "minor" },
    actor: { kind: "staff", name: REPORTED_BY_MAIL },
    reason: "The owner of the account wrote that they are a child.",
    service: service.service,
    region: service.region,
    policyDigest: service.policyDigest,
  });
  const address = account.address;
  const { rightsRequestId, language } = request;
  const until = ownRecordEndsAt(service.policy, "contact-for-answer", ports.clock.now());
  const contact = { address, asked: { rightsRequestId, language } };
  await ports.register.keepContact(erasure.requestId, contact, until);
  await closeAccount(ports, rightsRequestId, subject);
  await ports.drainSignal.send();
  await changeRightsRequest(ports.rights, rightsRequestId, (current) =>
    current.standing.state === "received"
      ? { ...current, subjectId: subject, standing: { state: "erasing", requestIds: [erasure.requestId] } }
      : undefined,
  );
  return "account closed, erasure waits for a person";
}

/** That it was open comes first: it is opened again if the report is refused, and one that others closed is not. */
async function closeAccount(
  { accounts, rights }: ReportMinorPorts,
  rightsRequestId: string,
  subjectId: SubjectId,
): Promise<void> {
  if (await accounts.isEnabled(subjectId)) {
    await changeRightsRequest(rights, rightsRequestId, (current) =>
      current.standing.state === "received" ? { ...current, subjectId, closedAccount: true } : undefined,
    );
  }
  await accounts.disable(subjectId);
}
