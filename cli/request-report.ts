import { type StoreSummary, storeSummaries } from "../shared/domain/erasure/store-summary.ts";
import type { ErasureRequest } from "../shared/domain/requests/erasure-request.ts";
import { policyOnRecord } from "../shared/operations/policy-on-record.ts";
import type { Deployment } from "./deployment.ts";
import { EXIT, type ExitCode } from "./exit-codes.ts";
import type { DeploymentPorts } from "./ports.ts";
import { keepCertificate } from "./state-home.ts";
import { grouped, table } from "./terminal.ts";

/** How a request stands, in the form that `erase` and `status` print. */
export interface RequestReport {
  readonly requestId: string;
  readonly state: "completed" | "waiting";
  readonly subjectRef: string;
  readonly stores: readonly StoreSummary[];
  /** Path of the certificate's file; null while there is none. */
  readonly certificate: string | null;
  /** For whom or what it waits. */
  readonly reason?: string;
}

/** Returns how a request stands; its certificate, if it has one, is written to a file. */
export async function reportOn(
  deployment: Deployment,
  { register, records }: DeploymentPorts,
  request: ErasureRequest,
): Promise<RequestReport> {
  const { policy } = await policyOnRecord(records, request.policyDigest);
  const stores = storeSummaries(policy, await register.readStoreProgress(request.requestId));
  const key = "certificateKey" in request.progress ? request.progress.certificateKey : undefined;
  const certificate = key === undefined ? undefined : await records.readCertificate(key);
  const name = `${request.requestId}-${request.attempt}`;
  const reason = reasonToWait(request);
  return {
    requestId: request.requestId,
    state: request.progress.state === "completed" ? "completed" : "waiting",
    subjectRef: request.subjectRef,
    stores,
    certificate: certificate === undefined ? null : keepCertificate(deployment.home, name, certificate),
    ...(reason === undefined ? {} : { reason }),
  };
}

/** Returns the exit code that a report means. */
export function exitCodeOf(report: RequestReport): ExitCode {
  return report.state === "completed" ? EXIT.done : EXIT.waiting;
}

/** Returns a report as text. */
export function reportText(report: RequestReport): string {
  const lines = [`request      ${report.requestId}`, `state        ${report.state}`];
  if (report.reason !== undefined) lines.push(`waits for    ${report.reason}`);
  lines.push(`subject      ${report.subjectRef}`);
  if (report.certificate !== null) lines.push(`certificate  ${report.certificate}`);
  if (report.stores.length > 0) lines.push("", storeTable(report.stores));
  return lines.join("\n");
}

/** Returns what happened in each store as a table. */
export function storeTable(stores: readonly StoreSummary[]): string {
  return table([
    ["store", "found", "deleted", "left", "retained", "outcome"],
    ...stores.map(({ id, found, deleted, left, retained, outcome }) => [
      id,
      ...[found, deleted, left, retained].map(grouped),
      outcome,
    ]),
  ]);
}

function reasonToWait({ requestId, progress }: ErasureRequest): string | undefined {
  switch (progress.state) {
    case "open":
      return "its plan, which is made within a minute";
    case "verified":
      return "its run, which starts within a minute";
    case "waiting-for-approval":
      return `another person, who looks at the plan and runs: lethe approve ${requestId}`;
    case "running":
      return "its run, which is under way";
    case "waiting":
      return `${progress.reason} (looked at again ${progress.dueAt})`;
    case "completed":
      return undefined;
  }
}
