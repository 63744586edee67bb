import { keptStatements } from "../domain/erasure/kept-statement.ts";
import { closesAccount, recordedScope } from "../domain/erasure/scope.ts";
import { LANE_TARGETS, laneOf, type Step } from "../domain/erasure/step.ts";
import type { StoreProgress } from "../domain/erasure/store-progress.ts";
import { storeSummaries } from "../domain/erasure/store-summary.ts";
import type { Tombstone } from "../domain/erasure/tombstone.ts";
import { sealIdOf } from "../domain/holds/hold-id.ts";
import { type SealHold, sealedCategories } from "../domain/holds/seal.ts";
import type { CertificateBody } from "../domain/ledger/certificate.ts";
import { isFinal } from "../domain/ledger/is-final.ts";
import { processorsWithCopies } from "../domain/policy/copies-elsewhere.ts";
import type { Policy } from "../domain/policy/policy.ts";
import { SEALING } from "../domain/policy/sealed-stores.ts";
import { staysBehind } from "../domain/policy/stays-behind.ts";
import { attemptThatErased } from "../domain/requests/erasure-request.ts";
import { canComeLate, lateWritesUntil } from "../domain/requests/late-writes.ts";
import { type CopiesLooked, copiesLooked } from "./bound-backups.ts";
import { type CertifyPorts, certify } from "./certify.ts";
import { answerGaps, certifiedAnswers, type KnownOfProcessors } from "./certify-answers.ts";
import { certifiedCopies } from "./certify-copies.ts";
import { certifiedSeal, sealGaps } from "./certify-seal.ts";
import { notedOfProcessors } from "./end-with-answers.ts";
import { SubjectNotFrozen } from "./erase-stores.ts";
import { deletedIn, wasLastLook } from "./look-for-late-writes.ts";
import { policyOnRecord } from "./policy-on-record.ts";
import type { Holds, Records, RequestRegister, Tombstones } from "./ports.ts";
import { type RunningRequest, runningRequest } from "./running-request.ts";
import { sealFailedAttempts } from "./seal-failed-attempts.ts";
import { sealStanding } from "./seal-stores.ts";

/** A certificate would have said more than the evidence; none was issued. */
export class StoreNotVerified extends Error {
  override readonly name = "StoreNotVerified";
}

export interface IssueCertificatePorts extends CertifyPorts {
  readonly register: RequestRegister;
  readonly holds: Holds;
  readonly tombstones: Tombstones;
  readonly records: Records;
}

/**
 * Issues the signed certificate of an attempt: what was deleted where, what was found when looking again, what is
 * left and why, and what nobody can know.
 *
 * @returns the key under which the certificate is on record; the same one when the step runs twice.
 */
export async function issueCertificate(
  ports: IssueCertificatePorts,
  step: Step,
): Promise<{ readonly certificateKey: string }> {
  const request = await runningRequest(ports.register, step);
  const { policy } = await policyOnRecord(ports.records, request.policyDigest);
  const tombstone = await ports.tombstones.read(request.subjectRef, recordedScope(request));
  if (!tombstone) {
    throw new SubjectNotFrozen(`Request ${step.requestId} has no tombstone: freeze its subject first.`);
  }
  const progress = await ports.register.readStoreProgress(step.requestId);
  const isSealing = request.scope === SEALING;
  const seal = isSealing ? sealStanding(await ports.holds.read(sealIdOf(request.requestId))) : undefined;
  const answers: KnownOfProcessors = {
    elsewhere: processorsWithCopies(policy, request),
    ...(await notedOfProcessors(ports.ledger, step)),
  };
  const copies = await copiesLooked(ports.ledger, step);
  const issuedAt = ports.clock.now();
  const body = certificateBody({ request, policy, tombstone, progress, answers, copies, seal, issuedAt });
  const stores = body.stores.map(({ id }) => id);
  await sealFailedAttempts(ports, request, [...Object.values(LANE_TARGETS), ...stores]);
  const erased = { ...step, attempt: attemptThatErased(request) };
  const certificate = await certify(ports, body, [
    ...Object.values(LANE_TARGETS).map((target) => laneOf(step, target)),
    ...stores.map((target) => laneOf(erased, target)),
  ]);
  return {
    certificateKey: await ports.records.putCertificate(step.requestId, step.attempt, certificate),
  };
}

interface CertificateFacts {
  readonly request: RunningRequest;
  readonly policy: Policy;
  readonly tombstone: Tombstone;
  readonly progress: readonly StoreProgress[];
  readonly answers: KnownOfProcessors;
  readonly copies: CopiesLooked | undefined;
  readonly seal: SealHold | undefined;
  readonly issuedAt: Date;
}

function certificateBody(facts: CertificateFacts): Omit<CertificateBody, "lanes"> {
  const { request, policy, tombstone, progress, answers, seal, issuedAt } = facts;
  const stores = storesCertified(policy, progress);
  const lateWrites = lateWritesUpToNow(facts);
  const wasLast = wasLastLook(progress, lateWrites.until);
  const processors = seal ? unaskedBySeal(answers) : certifiedAnswers(answers);
  const backups = certifiedCopies(policy.backups.vaults.length, facts.copies);
  const sealed = seal ? { sealed: certifiedSeal(seal, request.approval?.at ?? seal.placedAt) } : {};
  return {
    schema: "lethe.certificate/1",
    service: request.service,
    region: request.region,
    requestId: request.requestId,
    attempt: request.attempt,
    subjectRef: request.subjectRef,
    ...recordedScope(request),
    policyDigest: request.policyDigest,
    openedAt: request.openedAt,
    frozenAt: tombstone.erasedAt,
    issuedAt: issuedAt.toISOString(),
    final: isFinal({ stores, processors, backups, issuedAt: issuedAt.toISOString(), ...sealed }),
    stores,
    processors,
    backups,
    retained: seal ? [...sealedCategories(policy, seal)] : keptSince(facts),
    ...sealed,
    ...(wasLast && canComeLate(request.scope) && progress.length > 0 ? { lateWrites } : {}),
    gaps: [...gapsOf(facts, stores, { until: lateWrites.until, wasLast })],
  };
}

function gapsOf(
  { request, policy, progress, answers, seal, issuedAt }: CertificateFacts,
  stores: CertificateBody["stores"],
  late: { readonly until: string; readonly wasLast: boolean },
): readonly string[] {
  if (seal) return sealGaps({ policy, progress, elsewhere: answers.elsewhere }, late);
  if (request.scope === "processors") return answerGaps(answers, { staysOpen: true });
  return [
    ...lateWriteGaps(request, late.until, late.wasLast),
    ...staysBehind(
      policy,
      request,
      stores.map(({ id }) => id),
      issuedAt,
    ),
    ...answerGaps(answers, { staysOpen: false }),
  ];
}

function keptSince({ policy, request, progress, issuedAt }: CertificateFacts): CertificateBody["retained"] {
  return keptStatements(policy, request.scope, progress, issuedAt).map(({ pseudonymised, ...kept }) => ({
    ...kept,
    ...(pseudonymised ? { pseudonymised: { ...pseudonymised, keeps: [...pseudonymised.keeps] } } : {}),
  }));
}

function storesCertified(policy: Policy, progress: readonly StoreProgress[]): CertificateBody["stores"] {
  return storeSummaries(policy, progress).map((summary) => {
    const seen = progress.find(({ storeId }) => storeId === summary.id);
    if (!seen?.verified) {
      throw new StoreNotVerified(`Nobody has looked again into store ${summary.id}: verify absence first.`);
    }
    const { bytes, verified } = seen;
    const leftBehind = seen.leftBehind.map(({ holdId: _internal, ...left }) => left);
    return { ...summary, bytes, leftBehind, verifiedFound: verified.found, verifiedAt: verified.at };
  });
}

/** What is preserved is asked for by nobody, and a certificate that kept silent about that would say too much. */
function unaskedBySeal({ elsewhere }: KnownOfProcessors): CertificateBody["processors"] {
  const names = elsewhere.map(({ name }) => name);
  const statement =
    names.length === 0
      ? "The policy declares no processor that holds copies of this data."
      : `The policy declares processors that may hold copies: ${names.join(", ")}. None of them was asked.`;
  return { declared: elsewhere.length, statement };
}

/** Until when something could come late, when that was looked for at last, and how much of it was purged. */
function lateWritesUpToNow({ request, policy, tombstone, progress }: CertificateFacts) {
  const completed = request.progress.state === "completed" ? request.progress : undefined;
  const deletedBefore = completed?.lateWrites?.deletedBefore ?? completed?.settling?.deletedBefore;
  return {
    until:
      completed?.lateWrites?.until ??
      lateWritesUntil(tombstone.erasedAt, policy.limits.longestWriteAccessMinutes),
    lookedAgainAt: progress.flatMap(({ verified }) => verified?.at ?? []).sort()[0] ?? tombstone.erasedAt,
    purged: deletedBefore === undefined ? 0 : deletedIn(policy, progress) - deletedBefore,
  };
}

/** A link or token given out before the freeze cannot be called back, only waited for; an open account writes on. */
function lateWriteGaps({ scope }: RunningRequest, until: string, wasLast: boolean): readonly string[] {
  const certain = "this certificate says what was there when each store was looked at again";
  const open = closesAccount(scope) ? "" : "The account stays open, so the same can be stored anew; ";
  if (!canComeLate(scope)) return [`${open}${certain}.`];
  if (wasLast) return open === "" ? [] : [`${open}${certain}.`];
  const permission = `permission to write that was given before the freeze could be used until ${until}; ${certain}`;
  const again =
    "It is looked at again until then and once after, and a later certificate says what was found.";
  return [`${open}${open === "" ? permission.replace("permission", "Permission") : permission}. ${again}`];
}
