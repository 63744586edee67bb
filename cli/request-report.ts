import { type StoreSummary, storeSummaries } from "../shared/domain/erasure/store-summary.ts";
import { type CertificateBody, CertificateFileSchema } from "../shared/domain/ledger/certificate.ts";
import { processorsWithCopies } from "../shared/domain/policy/copies-elsewhere.ts";
import type { ErasureRequest, Opener } from "../shared/domain/requests/erasure-request.ts";
import { GROUND_TEXTS } from "../shared/domain/requests/refusal-ground.ts";
import { policyOnRecord } from "../shared/operations/policy-on-record.ts";
import type { Deployment } from "./deployment.ts";
import { EXIT, type ExitCode } from "./exit-codes.ts";
import type { DeploymentPorts } from "./ports.ts";
import { type ProcessorReport, processorReports, processorsText } from "./processor-report.ts";
import { keepCertificate } from "./state-home.ts";
import { grouped, table } from "./terminal.ts";

/** How a request stands, in the form that `erase` and `status` print. */
export interface RequestReport {
  readonly requestId: string;
  readonly state: "completed" | "waiting" | "withdrawn" | "refused";
  readonly subjectRef: string;
  readonly stores: readonly StoreSummary[];
  /** What the certificate says of each third party that may hold copies; empty while there is none. */
  readonly processors: readonly ProcessorReport[];
  /** Path of the certificate's file; null while there is none. */
  readonly certificate: string | null;
  /** For whom or what it waits, or why it ended without an erasure. */
  readonly reason?: string;
  /** ISO 8601 UTC: what has completed is looked at again then, because old permission to write may still be used. */
  readonly lookedAtAgainAt?: string;
  /** It has completed, and so many third parties have not said their last word; it is looked for at `nextLookAt`. */
  readonly settling?: { readonly missing: number; readonly nextLookAt: string };
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
  // While it is looked at again, its attempt is one ahead of its certificate.
  const name =
    key
      ?.replace(/^certificates\//, "")
      .replace(/\.json$/, "")
      .replaceAll("/", "-") ?? request.requestId;
  const reason = reasonToWait(request);
  return {
    requestId: request.requestId,
    state: stateOf(request),
    subjectRef: request.subjectRef,
    stores,
    processors:
      certificate === undefined
        ? []
        : processorReports(processorsWithCopies(policy, request), bodyOf(certificate)),
    certificate: certificate === undefined ? null : keepCertificate(deployment.home, name, certificate),
    ...(reason === undefined ? {} : { reason }),
    ...lookedAtAgain(request),
    ...settlingOf(request),
  };
}

/** Returns the exit code that a report means. */
export function exitCodeOf(report: RequestReport): ExitCode {
  switch (report.state) {
    case "completed":
      return EXIT.done;
    case "waiting":
      return EXIT.waiting;
    case "withdrawn":
    case "refused":
      return EXIT.failed;
  }
}

/** Returns a report as text. */
export function reportText(report: RequestReport): string {
  const lines = [`request      ${report.requestId}`, `state        ${report.state}`];
  if (report.reason !== undefined) {
    lines.push(`${report.state === "waiting" ? "waits for  " : "because    "}  ${report.reason}`);
  }
  if (report.lookedAtAgainAt !== undefined)
    lines.push(`looked at    again at ${report.lookedAtAgainAt}, for what came in late`);
  if (report.settling !== undefined) {
    const { missing, nextLookAt } = report.settling;
    const parties = missing === 1 ? "one third party" : `${missing} third parties`;
    lines.push(`settling     waits for the last word of ${parties}; next look at ${nextLookAt}`);
  }
  lines.push(`subject      ${report.subjectRef}`);
  if (report.certificate !== null) lines.push(`certificate  ${report.certificate}`);
  if (report.stores.length > 0) lines.push("", storeTable(report.stores));
  if (report.processors.length > 0) lines.push("", processorsText(report.processors));
  return lines.join("\n");
}

/** Returns what happened in each store as a table. */
export function storeTable(stores: readonly StoreSummary[]): string {
  return table([
    ["store", "found", "deleted", "pseudonymised", "left", "retained", "outcome"],
    ...stores.map(({ id, found, deleted, pseudonymised, left, retained, outcome }) => [
      id,
      ...[found, deleted, pseudonymised, left, retained].map(grouped),
      outcome,
    ]),
  ]);
}

function bodyOf(certificate: string): CertificateBody {
  return CertificateFileSchema.parse(JSON.parse(certificate)).body;
}

/** While something may come late, that look is first, and the certificate after it says how third parties stand. */
function settlingOf({ progress }: ErasureRequest): Pick<RequestReport, "settling"> {
  if (progress.state !== "completed" || !progress.settling || progress.dueAt === undefined) return {};
  return { settling: { missing: progress.settling.missing, nextLookAt: progress.dueAt } };
}

function lookedAtAgain({ progress }: ErasureRequest): Pick<RequestReport, "lookedAtAgainAt"> {
  if (progress.state !== "completed" || !progress.lateWrites || progress.dueAt === undefined) return {};
  return { lookedAtAgainAt: progress.dueAt };
}

function reasonToWait({ requestId, progress, paused }: ErasureRequest): string | undefined {
  if (paused)
    return `whoever resumes it: ${nameOf(paused.by)} paused it at ${paused.at} (lethe resume ${requestId})`;
  switch (progress.state) {
    case "grace":
      return `the end of the time to change one's mind; it runs at ${progress.dueAt} (until then: lethe cancel ${requestId})`;
    case "withdrawn":
      return `${nameOf(progress.by)} took it back at ${progress.at}, before anything was deleted`;
    case "refused":
      return `${nameOf(progress.by)} refused it at ${progress.at}: ${GROUND_TEXTS[progress.ground]}; ${progress.reason}`;
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

function stateOf({ progress }: ErasureRequest): RequestReport["state"] {
  switch (progress.state) {
    case "completed":
    case "withdrawn":
    case "refused":
      return progress.state;
    default:
      return "waiting";
  }
}

/** Returns who acted, in words. */
export function nameOf(actor: Opener): string {
  switch (actor.kind) {
    case "staff":
      return actor.name;
    case "subject":
      return "the person";
    case "clock":
      return "the clock";
  }
}
