import { beforeEach, describe, expect, it } from "vitest";
import { subjectIdOf } from "../../shared/domain/erasure/subject-id.ts";
import { compilePolicy } from "../../shared/domain/policy/compile-policy.ts";
import { mayUseFor } from "../../shared/operations/may-use.ts";
import type { Decisions } from "../../shared/operations/ports.ts";
import {
  DecisionRefused,
  type DecisionToRecord,
  recordDecision,
} from "../../shared/operations/record-decision.ts";
import { type VirtualClock, virtualClock } from "../world/clock.ts";
import { inMemoryDecisions } from "../world/decisions.ts";
import { guardedPolicy } from "../world/guarded-policy.ts";
import { fixedSubjectKeys } from "../world/small-ports.ts";

const ANN = subjectIdOf("person-1");
const compiled = compilePolicy(guardedPolicy);
const subjectKeys = fixedSubjectKeys();
let clock: VirtualClock;
let decisions: Decisions;

beforeEach(() => {
  clock = virtualClock();
  decisions = inMemoryDecisions();
});

describe("recording a decision", () => {
  it("puts when, how and under which policy on record, and no id", async () => {
    const decision = await decide("agreed");

    expect(decision).toMatchObject({
      service: "minimal",
      at: "2026-11-23T10:00:00.000Z",
      how: "settings page",
      revision: compiled.digest,
      // The policy keeps consent records for 400 days.
      expiresAt: "2027-12-28T10:00:00.000Z",
    });
    expect(await decisions.history(decision.subjectRef, 10)).toEqual([decision]);
    expect(JSON.stringify(decision)).not.toContain(ANN);
  });

  it("lets what is said now come after what stands, though this clock is behind another", async () => {
    await decide("agreed");
    clock.advance(-5_000);
    await decide("objected");
    expect(await isAllowed()).toBe(false);
  });

  it("lets an earlier decision that arrives late change nothing", async () => {
    const before = clock.now();
    clock.advance(1_000);
    await decide("objected");
    await decide("agreed", { at: before });
    expect(await isAllowed()).toBe(false);
  });

  it("takes a decision of this moment, and refuses one of the next, which would outlast what is said then", async () => {
    await decide("agreed", { at: clock.now() });
    await expect(decide("agreed", { at: new Date(clock.now().getTime() + 1) })).rejects.toThrow(
      DecisionRefused,
    );
  });

  it.each(["mail from ann@example.com", `asked ${ANN}`, "call from +49 30 1234567"])(
    "refuses to put a person on record who stands in `how`: %s",
    async (how) => {
      await expect(decide("agreed", { how })).rejects.toThrow(DecisionRefused);
      expect(await isAllowed()).toBe(false);
    },
  );
});

describe("asking whether data may be used", () => {
  it("fails when decisions cannot be read, instead of saying yes", async () => {
    const unreadable = { ...decisions, standing: () => Promise.reject(new Error("throttled")) };
    const asked = mayUseFor({ decisions: unreadable, subjectKeys, clock }, compiled.policy, ANN, "analytics");
    await expect(asked).rejects.toThrow("throttled");
  });

  it("keeps one person's word from another", async () => {
    await decide("agreed");
    const other = subjectIdOf("person-10");
    const ports = { decisions, subjectKeys, clock };
    expect((await mayUseFor(ports, compiled.policy, other, "model-training")).allowed).toBe(false);
  });
});

function decide(decided: DecisionToRecord["decided"], changes: Partial<DecisionToRecord> = {}) {
  const asked = { subject: ANN, purpose: "model-training", decided, how: "settings page" } as const;
  return recordDecision({ decisions, subjectKeys, clock }, compiled, {
    ...asked,
    region: "eu-central-1",
    ...changes,
  });
}

async function isAllowed(): Promise<boolean> {
  const ports = { decisions, subjectKeys, clock };
  return (await mayUseFor(ports, compiled.policy, ANN, "model-training")).allowed;
}
