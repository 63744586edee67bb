import { describe, expect, it } from "vitest";
import { type DoDuty, DutyNotKnown, doDuties } from "../../../shared/operations/do-duties.ts";
import type { Duty } from "../../../shared/operations/ports.ts";
import { inMemoryDuties } from "../../world/clock/duties.ts";
import { virtualClock } from "../../world/clock.ts";

const NOW = "2026-11-23T10:00:00.000Z";

function duty(dutyId: string, dueAt = NOW, kind = "seal"): Duty {
  return { dutyId, kind, about: { day: "2026-11-22" }, dueAt };
}

/** Returns duties, and a handler that writes down what it did. */
function withDuties(...kept: readonly Duty[]) {
  const ports = { duties: inMemoryDuties(), clock: virtualClock(NOW) };
  const did: string[] = [];
  const seal: DoDuty = async ({ dutyId }) => {
    did.push(dutyId);
    return undefined;
  };
  const ready = Promise.all(kept.map((one) => ports.duties.put(one)));
  return { ports, did, seal, ready };
}

describe("duties", () => {
  it("are done when they are due and not a millisecond before, the first due first", async () => {
    const { ports, did, seal, ready } = withDuties(
      duty("second"),
      duty("first", "2026-11-23T09:00:00.000Z"),
      duty("later", "2026-11-23T10:00:00.001Z"),
    );
    await ready;
    expect(await doDuties(ports, { seal })).toEqual({ done: ["first", "second"], failed: [] });
    expect(did).toEqual(["first", "second"]);
    ports.clock.advance(1);
    await doDuties(ports, { seal });
    expect(did).toEqual(["first", "second", "later"]);
    expect(await doDuties(ports, { seal })).toEqual({ done: [], failed: [] });
  });

  it("stay due when they fail, and keep no other back", async () => {
    const { ports, did, seal, ready } = withDuties(duty("bad", NOW, "broken"), duty("good"));
    await ready;
    const cause = new Error("It is away.");
    const broken: DoDuty = async () => {
      throw cause;
    };
    expect(await doDuties(ports, { seal, broken })).toEqual({
      done: ["good"],
      failed: [{ dutyId: "bad", cause }],
    });
    expect(did).toEqual(["good"]);
    expect((await doDuties(ports, { seal, broken })).failed).toHaveLength(1);
  });

  it("of a kind that nobody knows stay due, and it is said", async () => {
    const { ports, seal, ready } = withDuties(duty("odd", NOW, "odd"));
    await ready;
    const [failed] = (await doDuties(ports, { seal })).failed;
    expect(failed?.cause).toBeInstanceOf(DutyNotKnown);
  });

  it("that come again are due when they say next", async () => {
    const { ports, did, ready } = withDuties(duty("daily"));
    await ready;
    const daily: DoDuty = async (one) => {
      did.push(one.dueAt);
      return { ...one, dueAt: "2026-11-24T10:00:00.000Z" };
    };
    await doDuties(ports, { seal: daily });
    await doDuties(ports, { seal: daily });
    ports.clock.set("2026-11-24T10:00:00.000Z");
    await doDuties(ports, { seal: daily });
    expect(did).toEqual([NOW, "2026-11-24T10:00:00.000Z"]);
  });

  it("that are moved while they are done are due at the other time as well", async () => {
    const { ports, did, ready } = withDuties(duty("review"));
    await ready;
    const moved: DoDuty = async (one) => {
      did.push(one.dueAt);
      if (did.length === 1) await ports.duties.put(duty("review", "2026-11-23T11:00:00.000Z"));
      return undefined;
    };
    await doDuties(ports, { seal: moved });
    ports.clock.set("2026-11-23T11:00:00.000Z");
    await doDuties(ports, { seal: moved });
    expect(did).toEqual([NOW, "2026-11-23T11:00:00.000Z"]);
  });
});
