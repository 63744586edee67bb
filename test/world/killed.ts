import { expect } from "vitest";
import { policy as dreamPortraits } from "../../policies/dream-portraits.ts";
import type { SubjectId } from "../../shared/domain/erasure/subject-id.ts";
import { isSealed } from "../../shared/domain/ledger/lane.ts";
import { verifyCertificate } from "../../shared/domain/ledger/verify-certificate.ts";
import { checkLedger } from "../../shared/operations/check-ledger.ts";
import { type ErasureWorld, erasureWorld, runSteps } from "./erasure-world.ts";
import { untilNothingIsDue } from "./look-again.ts";
import { type MortalProcess, ProcessKilled } from "./mortal-process.ts";
import { portsThrough } from "./ports-through.ts";
import { withInvoices } from "./with-invoices.ts";

/** Three batches of each store, so that processes die between batches too. */
export const ENTRIES = 25;

/** Every kind of store, and one of which a part of each record is kept. */
export const WITH_INVOICES = withInvoices(dreamPortraits);

/** Returns a person, a neighbour, and an erasure of the person that has been started. */
export async function begun() {
  const world = await erasureWorld({}, WITH_INVOICES);
  const [person, neighbour] = [world.settle("1", ENTRIES), world.settle("10", ENTRIES)];
  const requestId = await world.open(person);
  await world.drain();
  return { world, person, neighbour, requestId };
}

/** Runs each step in another process when the one it ran in has died. */
export async function invokedAgain(
  world: ErasureWorld,
  requestId: string,
  process: MortalProcess,
): Promise<void> {
  await runSteps(portsThrough(process, world), await world.stepOf(requestId), async (_name, operation) => {
    for (;;) {
      try {
        return await operation();
      } catch (error) {
        if (!process.isDead) throw error;
        process.replace();
      }
    }
  });
}

/** Runs the attempt in one process, to its end or the process's. */
export async function once(world: ErasureWorld, requestId: string, process: MortalProcess): Promise<void> {
  await runSteps(portsThrough(process, world), await world.stepOf(requestId), (_name, operation) =>
    operation(),
  );
}

/** The one end: nothing left, nothing forgotten, nothing said that the evidence does not hold. */
export async function expectErased(
  world: ErasureWorld,
  person: SubjectId,
  requestId: string,
  where: string,
  deaths = 1,
): Promise<void> {
  const request = await world.read(requestId);
  expect(request.progress.state, where).toBe("completed");
  for (const store of world.stores) expect(store.holds(person), where).toEqual([]);

  const key = "certificateKey" in request.progress ? request.progress.certificateKey : undefined;
  const text = key && (await world.records.readCertificate(key));
  const verification = verifyCertificate(text ?? "", [world.key]);
  if (!verification.valid) throw new Error(`${where}: ${verification.why}`);
  const { final, stores } = verification.body;
  expect(final, where).toBe(true);
  expect(
    stores.map(({ found, deleted, pseudonymised, left }) => [found, deleted, pseudonymised, left]),
    where,
  ).toEqual(
    world.stores.map(({ kind, retention }) => {
      if (kind === "cognito") return [1, 1, 0, 0];
      return retention ? [ENTRIES, 0, ENTRIES, 0] : [ENTRIES, ENTRIES, 0, 0];
    }),
  );
  expect(world.retainedStore("invoices").kept(person), where).toHaveLength(ENTRIES);

  // Lanes of the attempts that died included.
  expect(await checkLedger(world), where).toMatchObject({ findings: [], lanesOpen: 0 });
  for (const { id } of stores) {
    expect(isSealed(await world.ledger.readLane(`${requestId}/${request.attempt}/${id}`)), where).toBe(true);
  }
  // The letter comes once more for each process that dies between sending it and noting that; never not at all.
  expect(world.letters.sent.length, where).toBeGreaterThan(0);
  expect(world.letters.sent.length, where).toBeLessThanOrEqual(1 + deaths);
  expect(await world.register.readContact(requestId), where).toBeUndefined();
  expect(await untilNothingIsDue(world, requestId), where).not.toHaveProperty("subjectId");
}

/** Whatever a dead process ends with. */
export function ofDeath(process: MortalProcess): (error: unknown) => void {
  return (error) => {
    if (!process.isDead) throw error;
  };
}

/** Takes a death for an end, and nothing else. */
export function onlyKilled(error: unknown): void {
  if (!(error instanceof ProcessKilled)) throw error;
}
