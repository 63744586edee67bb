import { areGone, type CopiesLeft, lastDayOfAll } from "../domain/backups/copies-left.ts";
import { COPIES_GONE, laneOf } from "../domain/erasure/step.ts";
import { type CertificateBody, CertificateFileSchema } from "../domain/ledger/certificate.ts";
import { isFinal } from "../domain/ledger/is-final.ts";
import { isSealed } from "../domain/ledger/lane.ts";
import { type ErasureRequest, isRun } from "../domain/requests/erasure-request.ts";
import { after, WATCH_PERSON_EVERY_MS } from "../domain/requests/looked-at-again.ts";
import { newTask } from "../domain/tasks/task.ts";
import { appendOnce } from "./append-once.ts";
import type { RecoveryPoints } from "./backup-ports.ts";
import { type CopiesLooked, copiesLooked } from "./bound-backups.ts";
import { type CertifyPorts, certify } from "./certify.ts";
import { certifiedCopies } from "./certify-copies.ts";
import { closeTask } from "./close-task.ts";
import type { DoDuty } from "./do-duties.ts";
import { lookAtCopies } from "./look-at-copies.ts";
import { policyOnRecord } from "./policy-on-record.ts";
import type { Duties, Duty, Records, RequestRegister, Tasks } from "./ports.ts";

const LOOK_FOR_LAST_COPY = "look-for-last-copy";
const MINUTE_MS = 60_000;

/** What a certificate was issued on cannot be read any more; the next look tries again. */
export class CertificateNotOnRecord extends Error {
  override readonly name = "CertificateNotOnRecord";
}

export interface WatchLastCopyPorts extends CertifyPorts {
  readonly register: RequestRegister;
  readonly records: Records;
  readonly recoveryPoints: Pick<RecoveryPoints, "listOf">;
  readonly duties: Pick<Duties, "put">;
  readonly tasks: Tasks;
}

/**
 * Puts that the copies of what a request deleted are looked for on their last day, if there can be any. It comes before
 * the request is written: a look too many finds nothing to do.
 */
export async function planLastCopy(
  ports: Pick<WatchLastCopyPorts, "ledger" | "duties" | "clock">,
  { requestId, attempt }: Pick<ErasureRequest, "requestId" | "attempt">,
): Promise<void> {
  const looked = await copiesLooked(ports.ledger, { requestId, attempt });
  if (!looked || areGone(looked.stores)) return;
  const dutyId = `${LOOK_FOR_LAST_COPY}/${requestId}`;
  const dueAt = nextLook(looked.stores, ports.clock.now());
  await ports.duties.put({ dutyId, kind: LOOK_FOR_LAST_COPY, about: { requestId }, dueAt });
}

/**
 * Returns what is done on the last day of the copies: they are looked for, by listing them anew. When none is left that
 * could bring back what was deleted, the certificate that says so follows, under the same request; until then a person
 * has the task to find out why.
 */
export function watchLastCopy(
  ports: WatchLastCopyPorts,
): Readonly<Record<typeof LOOK_FOR_LAST_COPY, DoDuty>> {
  return {
    async [LOOK_FOR_LAST_COPY](duty) {
      const request = await ports.register.read(duty.about.requestId ?? "");
      // Its record is gone by its own end, which is long after that of any copy.
      if (!request) return undefined;
      const { evidencedAttempt, progress } = request;
      // The attempt that is at work looks itself, and puts its own day; one that failed is tried again.
      if (isRun(request)) return later(duty, after(ports.clock.now(), MINUTE_MS));
      if (!("certificateKey" in progress) || evidencedAttempt === undefined)
        return later(duty, after(ports.clock.now(), WATCH_PERSON_EVERY_MS));
      return look(ports, { ...request, evidencedAttempt }, duty);
    },
  };
}

type Certified = ErasureRequest & { readonly evidencedAttempt: number };

async function look(ports: WatchLastCopyPorts, request: Certified, duty: Duty): Promise<Duty | undefined> {
  const { requestId, evidencedAttempt: attempt } = request;
  const before = await copiesLooked(ports.ledger, { requestId, attempt });
  if (!before) return undefined;
  const { policy } = await policyOnRecord(ports.records, request.policyDigest);
  const now = ports.clock.now();
  const deletedBy = new Date(before.deletedBy);
  const storeIds = before.stores.map(({ store }) => store);
  const stores = await lookAtCopies(ports.recoveryPoints, policy, storeIds, { deletedBy, now });
  if (!areGone(stores)) {
    const overdue = stores.filter(({ copies, lastDay = "" }) => copies > 0 && lastDay <= now.toISOString());
    if (overdue.length > 0) await askForAPerson(ports, request, overdue, now);
    return later(duty, nextLook(stores, now));
  }
  const looked = { ...before, stores: [...stores], at: now.toISOString() };
  if (!(await certifyGone(ports, request, looked))) return later(duty, after(now, MINUTE_MS));
  await closeItsTask(ports, request);
  return undefined;
}

/** At once on the day that is named; day by day where none is, or it has passed. */
function nextLook(stores: readonly CopiesLeft[], now: Date): string {
  const tomorrow = after(now, WATCH_PERSON_EVERY_MS);
  const lastDay = lastDayOfAll(stores) ?? tomorrow;
  return lastDay > now.toISOString() ? lastDay : tomorrow;
}

function later(duty: Duty, dueAt: string): Duty {
  return { ...duty, dueAt };
}

/** As an attempt of its own, which looks and deletes nothing: so no certificate replaces another. */
async function certifyGone(
  ports: WatchLastCopyPorts,
  request: Certified,
  looked: CopiesLooked,
): Promise<boolean> {
  const { requestId, subjectRef, progress } = request;
  if (!("certificateKey" in progress) || progress.certificateKey === undefined) return false;
  const { lanes, ...body } = await certificateAt(ports.records, progress.certificateKey);
  const attempt = request.attempt + 1;
  const lane = laneOf({ requestId, attempt }, COPIES_GONE);
  await writeDown(ports, lane, subjectRef, looked);
  const backups = certifiedCopies(body.backups.declared, looked);
  const seen = { ...body, attempt, backups, issuedAt: ports.clock.now().toISOString() };
  const statement = { ...seen, final: isFinal(seen) };
  const names = [...lanes.map((sealed) => sealed.lane), lane];
  const text = await certify(ports, statement, names);
  const certificateKey = await ports.records.putCertificate(requestId, attempt, text);
  const next = { ...request, attempt, evidencedAttempt: attempt, progress: { ...progress, certificateKey } };
  return (await ports.register.update(next)) !== undefined;
}

async function writeDown(
  { ledger }: Pick<WatchLastCopyPorts, "ledger">,
  lane: string,
  subjectRef: string,
  { deletedBy, stores }: CopiesLooked,
): Promise<void> {
  if (isSealed(await ledger.readLane(lane))) return;
  const names = stores.map(({ store }) => store);
  await appendOnce(ledger, lane, subjectRef, { kind: "copies-gone", deletedBy, stores: names });
  await ledger.append(lane, subjectRef, { kind: "sealed", remaining: 0 });
}

async function certificateAt(
  records: Pick<Records, "readCertificate">,
  key: string,
): Promise<CertificateBody> {
  const text = await records.readCertificate(key);
  if (text === undefined) throw new CertificateNotOnRecord(`There is no certificate ${key} any more.`);
  return CertificateFileSchema.parse(JSON.parse(text)).body;
}

/** Names stores and counts: copies are of whole stores, so nothing of a person is in this. */
async function askForAPerson(
  ports: WatchLastCopyPorts,
  { service, region, requestId }: ErasureRequest,
  overdue: readonly CopiesLeft[],
  now: Date,
): Promise<void> {
  const each = overdue.map(({ store, copies }) => `${copies} of ${store}`).join(", ");
  const needs = `Find out why copies that should be gone by now are still there (${each}), and delete them: lethe copies.`;
  await ports.tasks.open(newTask("copy-not-gone", { service, region, requestId }, { needs, now }));
}

async function closeItsTask(ports: WatchLastCopyPorts, request: Certified): Promise<void> {
  const { policy } = await policyOnRecord(ports.records, request.policyDigest);
  const open = await ports.tasks.openAbout(request.requestId);
  for (const { taskId } of open.filter(({ kind }) => kind === "copy-not-gone")) {
    const evidence = {
      what: "None of the copies that could bring it back is there any more.",
      reference: `request ${request.requestId}`,
    };
    await closeTask(ports, taskId, { by: { kind: "system" }, evidence, policy });
  }
}
