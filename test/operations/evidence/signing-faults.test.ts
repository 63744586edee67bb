import { beforeEach, describe, expect, it } from "vitest";
import { canonicalJson } from "../../../shared/domain/canonical-json.ts";
import { CertificateFileSchema } from "../../../shared/domain/ledger/certificate.ts";
import { keyIdOf } from "../../../shared/domain/ledger/signing-key.ts";
import { verifyCertificate } from "../../../shared/domain/ledger/verify-certificate.ts";
import { checkLedger } from "../../../shared/operations/check-ledger.ts";
import type { Signer } from "../../../shared/operations/ports.ts";
import { recordFailure } from "../../../shared/operations/record-failure.ts";
import { certificateOf } from "../../world/certificate-of.ts";
import { type ErasureWorld, erasureWorld, runSteps } from "../../world/erasure-world.ts";
import { keyPairSigner } from "../../world/evidence.ts";

let world: ErasureWorld;

beforeEach(async () => {
  world = await erasureWorld();
});

describe("an erasure while nobody signs", () => {
  it("waits with its reason and has no certificate, and the next attempt has a signed one", async () => {
    const person = world.settle("1", 25);
    const requestId = await world.open(person);
    await world.drain();
    const throttled = Object.assign(new Error("slow down"), { name: "ThrottlingException" });
    const signer = { ...world.signer, sign: () => Promise.reject(throttled) };

    await runWith(requestId, signer);

    const { progress } = await world.read(requestId);
    expect(progress).toMatchObject({
      state: "waiting",
      reason: expect.stringContaining("ThrottlingException"),
    });
    expect(progress).not.toHaveProperty("certificateKey");
    expect(await world.records.readCertificate(`certificates/${requestId}/1.json`)).toBeUndefined();
    expect(world.anchors.checkpointTexts.size).toBe(0);
    expect(world.letters.sent).toEqual([]);

    world.clock.advance(60_000);
    expect((await world.drainAndRun(requestId)).progress.state).toBe("completed");
    expect((await certificateOf(world, requestId)).body.final).toBe(true);
    expect((await checkLedger(world)).findings).toEqual([]);
  });

  it("puts no certificate on record that an unarchived key signed and passes for valid", async () => {
    const requestId = await world.open(world.settle("1", 5));
    await world.drain();
    const stranger = keyPairSigner();
    await runWith(requestId, stranger);

    const text = await world.records.readCertificate(`certificates/${requestId}/1.json`);
    expect(verifyCertificate(text ?? "", [world.key])).toMatchObject({ valid: false, check: "key" });
    expect((await checkLedger(world)).findings).toEqual([
      {
        where: "checkpoint",
        index: 9,
        what: `key ${keyIdOf(await stranger.publicKey())} was never archived`,
      },
    ]);
  });
});

describe("a certificate of one person", () => {
  it("does not pass for one of another, nor for a later erasure of the same", async () => {
    const [first, second] = [await world.open(world.settle("1", 3)), await world.open(world.settle("2", 3))];
    for (const requestId of [first, second]) await world.drainAndRun(requestId);
    const [mine, theirs] = [await certificateOf(world, first), await certificateOf(world, second)];
    for (const body of [
      { ...mine.body, subjectRef: theirs.body.subjectRef },
      { ...mine.body, requestId: theirs.body.requestId },
      { ...mine.body, issuedAt: "2027-01-01T00:00:00.000Z" },
    ]) {
      expect(verifyCertificate(canonicalJson({ ...mine, body }), [world.key])).toMatchObject({
        check: "inclusion",
      });
    }
    const swapped = CertificateFileSchema.parse({ ...mine, proofs: theirs.proofs });
    expect(verifyCertificate(canonicalJson(swapped), [world.key])).toMatchObject({ check: "inclusion" });
  });
});

/** Runs an attempt as the state machine does, with another signer. */
async function runWith(requestId: string, signer: Signer): Promise<void> {
  const step = await world.stepOf(requestId);
  await runSteps({ ...world, signer }, step, (_name, operation) => operation()).catch((error) =>
    recordFailure(world, step, error.name),
  );
  world.executions.end(requestId, step.attempt);
}
