import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { erase } from "../../cli/commands/erase.ts";
import { approve, showStatus } from "../../cli/commands/requests.ts";
import { showPlanOf } from "../../cli/commands/show-plan.ts";
import { verify } from "../../cli/commands/verify.ts";
import { terminalOf } from "../../cli/terminal.ts";
import { policy as gptImage } from "../../policies/gpt-image.ts";
import { canonicalJson } from "../../shared/domain/canonical-json.ts";
import { scopeOf } from "../../shared/domain/erasure/scope.ts";
import { certificateOf } from "../world/certificate-of.ts";
import { type ErasureWorld, erasureWorld } from "../world/erasure-world.ts";
import { openSealing, sealedPerson, worldWithPerson } from "../world/sealed-story.ts";
import { contextOver, deploymentOf, type Written, written } from "./service.ts";

let home: string;
let streams: Written;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "lethe-cli-"));
  streams = written();
});
afterEach(() => rmSync(home, { recursive: true }));

/** Returns the context of a command that writes text. */
function inText(world: ErasureWorld) {
  const context = contextOver(world, deploymentOf(world, "embedded", { home }), streams);
  return { ...context, terminal: terminalOf(streams, { json: false }) };
}

/** Writes down the newest certificate of a request, and has it checked by the command. */
async function verified(world: ErasureWorld, requestId: string): Promise<void> {
  const [file, key] = [join(home, "certificate.json"), join(home, "key.json")];
  writeFileSync(file, canonicalJson(await certificateOf(world, requestId)));
  writeFileSync(key, canonicalJson(world.key));
  expect(verify(inText(world), file, { key })).toBe(0);
}

describe("the command, of what third parties hold", () => {
  let world: ErasureWorld;
  beforeEach(async () => {
    world = await erasureWorld({ isolatedProcessing: undefined }, gptImage);
    await world.records.putBindings({
      schema: "lethe.bindings/1",
      service: "gpt-image",
      region: "us-east-1",
      account: "000000000000",
      policyDigest: world.compiled.digest,
      stores: {},
    });
  });

  it("plans whom somebody would have to ask, and that nothing of ours is deleted", async () => {
    const options = { subject: "person-1", scope: "processors", plan: true };
    expect(await erase(inText(world), options)).toBe(0);
    expect(streams.stdout()).toContain("deletes nothing of ours");
    expect(streams.stdout()).toContain("Somebody has to ask: openai, stripe, google-oauth.");
    expect(await world.register.list(1)).toEqual([]);
  });

  it("refuses one that the policy does not name, with those it does", async () => {
    const options = { subject: "person-1", scope: "processors:groq", plan: true };
    expect(await erase(inText(world), options)).toBe(1);
    expect(streams.stderr()).toContain("there are openai, stripe, google-oauth.");
  });

  it("shows to a second person whom they let be asked", async () => {
    const person = world.settle("person-1", 1);
    const staff = { kind: "staff", name: "ada" } as const;
    const requestId = await world.open(person, staff, world, scopeOf("processors:openai"));
    await world.drain();
    expect(await showPlanOf(inText(world), requestId)).toBe(0);
    expect(streams.stdout()).toContain("Somebody has to ask: openai.");
  });

  it("says of a certificate what is owed of each, and never that it was erased", async () => {
    const person = world.settle("person-1", 1);
    const requestId = await world.open(person, { kind: "subject" }, world, scopeOf("processors"));
    await world.drainAndRun(requestId);
    await verified(world, requestId);
    expect(streams.stdout()).toMatch(
      /more is to follow of asking for the erasure of what every third party holds/,
    );
    expect(streams.stdout()).toContain(
      "openai: attestation-requested, an answer is owed by 2026-11-30T10:00:00.000Z.",
    );
    expect(streams.stdout()).not.toMatch(/outcome|verified absent/);

    streams = written();
    await showStatus(inText(world), requestId);
    expect(streams.stdout()).toMatch(/waits for\s+People have to ask openai, stripe, google-oauth/);
  });
});

describe("the command, of what is sealed", () => {
  it("shows to a second person that they let it be sealed, and nothing be deleted", async () => {
    const { world, person } = await worldWithPerson();
    const requestId = await openSealing(world, person);
    await world.drain();
    // Nobody answers there: what matters is what was shown before the call.
    await expect(approve(inText(world), requestId, { as: "grace" })).rejects.toThrow();
    expect(streams.stderr()).toMatch(/portraits\s+25 to seal, and nothing to delete/);
    expect(streams.stderr()).not.toContain("to delete\n".replace("to", "25 to"));
  });

  it("says of a certificate by what it is sealed and until when, and that nothing was deleted", async () => {
    const { world, requestId } = await sealedPerson();
    await verified(world, requestId);
    expect(streams.stdout()).toMatch(/of a preservation for an authority, in which nothing was erased/);
    expect(streams.stdout()).toMatch(
      /Sealed by hold_\w+ until 2027-11-24T00:00:00.000Z\. Nothing was deleted\./,
    );
    expect(streams.stdout()).toMatch(/portraits\s+25\s+0\s+0\s+0\s+25\s+retained-until/);

    streams = written();
    expect(await showStatus(inText(world), requestId)).toBe(3);
    expect(streams.stdout()).toMatch(/needed until 2027-11-24: two people extend or lift that/);
  });
});
