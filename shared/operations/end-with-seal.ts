import type { StoreProgress } from "../domain/erasure/store-progress.ts";
import { sealIdOf } from "../domain/holds/hold-id.ts";
import { decideFrom, type SealHold } from "../domain/holds/seal.ts";
import { goesByItself } from "../domain/policy/goes-by-itself.ts";
import { ownRecordEndsAt } from "../domain/policy/own-record-days.ts";
import type { Policy } from "../domain/policy/policy.ts";
import { storesSealed } from "../domain/policy/sealed-stores.ts";
import type { ErasureRequest, Progress } from "../domain/requests/erasure-request.ts";
import { lastLookFrom, lateWritesUntil } from "../domain/requests/late-writes.ts";
import { after } from "../domain/requests/looked-at-again.ts";
import { closeTask } from "./close-task.ts";
import { wasLastLook } from "./look-for-late-writes.ts";
import { openTask, openTaskOnce } from "./open-task.ts";
import type { Clock, Holds, Tasks } from "./ports.ts";
import { sealStanding } from "./seal-stores.ts";

const DAY_MS = 86_400_000;
/** A seal that nobody decides on stands, and is asked about again each month. */
const ASK_AGAIN_MS = 30 * DAY_MS;

export interface EndWithSealPorts {
  readonly holds: Holds;
  readonly tasks: Tasks;
  readonly clock: Clock;
}

/** What is known of the run that ends. */
export interface SealedRun {
  readonly request: ErasureRequest;
  readonly policy: Policy;
  readonly progress: readonly StoreProgress[];
  readonly frozenAt: string;
  readonly certificateKey: string;
}

/**
 * Returns how a request stands that has sealed what there is: it waits for the end of the seal, whose people are asked
 * in time, and has completed when two of them have lifted it.
 */
export async function endWithSeal(ports: EndWithSealPorts, run: SealedRun): Promise<Progress> {
  const { request, policy, certificateKey } = run;
  const now = ports.clock.now();
  const seal = sealStanding(await ports.holds.read(sealIdOf(request.requestId)));
  if (seal.released) {
    const expiresAtEpochSeconds = ownRecordEndsAt(policy, "request", now);
    return { state: "completed", certificateKey, expiresAtEpochSeconds };
  }
  await askToCopy(ports, run, seal);
  await askToDecide(ports, run, seal);
  const { holdId } = seal;
  const until = seal.seal.until.slice(0, 10);
  return {
    state: "waiting",
    reason: `It is sealed by ${holdId}, and needed until ${until}: two people extend or lift that.`,
    dueAt: nextLookAt(run, seal, now),
    certificateKey,
    waitsFor: { kind: "end-of-seal", holdId },
  };
}

/** Once more when no permission to write can be used any more, then when somebody has to decide. */
function nextLookAt({ policy, progress, frozenAt }: SealedRun, seal: SealHold, now: Date): string {
  const lateUntil = lateWritesUntil(frozenAt, policy.limits.longestWriteAccessMinutes);
  const looks = [
    ...(wasLastLook(progress, lateUntil) ? [] : [lastLookFrom(lateUntil)]),
    decideFrom(seal),
    seal.seal.until,
    after(now, ASK_AGAIN_MS),
  ];
  const at = now.toISOString();
  return looks.filter((look) => look > at).sort()[0] ?? after(now, ASK_AGAIN_MS);
}

/** What AWS deletes by age no seal stops, so a person has to bring it to where nothing does. */
async function askToCopy(ports: EndWithSealPorts, { request, policy }: SealedRun, seal: SealHold) {
  const expiring = storesSealed(policy).filter((store) => goesByItself(policy, store));
  if (expiring.length === 0) return;
  const { service, region, requestId } = request;
  const stores = expiring.map(({ id }) => id).join(", ");
  const needs = `Copy what is sealed in ${stores} to where nothing is deleted by age: AWS goes on doing so there, whatever is sealed.`;
  await openTaskOnce(ports, "copy-sealed", { service, region, requestId }, { needs, at: seal.placedAt });
}

async function askToDecide(ports: EndWithSealPorts, { request, policy }: SealedRun, seal: SealHold) {
  if (decideFrom(seal) <= ports.clock.now().toISOString()) {
    const needs = `Decide as two people: extend the seal ${seal.holdId} with its reason, or lift it and have the person erased.`;
    await openTask(ports, "preserve-ends", request, needs, seal.seal.until);
    return;
  }
  const open = await ports.tasks.openAbout(request.requestId);
  for (const { taskId } of open.filter(({ kind }) => kind === "preserve-ends")) {
    const evidence = { what: "Two people extended the seal.", reference: `hold ${seal.holdId}` };
    await closeTask(ports, taskId, { by: { kind: "system" }, evidence, policy });
  }
}
