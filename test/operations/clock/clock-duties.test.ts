import { describe, expect, it } from "vitest";
import { policy as imageDesigner } from "../../../policies/image-designer.ts";
import { archiveSigningKey } from "../../../shared/operations/archive-signing-key.ts";
import { checkLedger } from "../../../shared/operations/check-ledger.ts";
import { clockDuties, planClockDuties } from "../../../shared/operations/clock-duties.ts";
import { doDuties } from "../../../shared/operations/do-duties.ts";
import { releaseHold } from "../../../shared/operations/release-hold.ts";
import { clockWorld } from "../../world/clock/clock-world.ts";
import { holdNumber } from "../../world/holds.ts";
import { inMemoryTasks } from "../../world/tasks.ts";

const HOUR_MS = 3_600_000;
const TICKET = JSON.stringify(["SUBJECT#7", "t1"]);

/** Returns a world whose duties are planned, and how to do those that are due. */
async function withDuties() {
  const world = clockWorld(imageDesigner);
  await archiveSigningKey(world.ports, world.service.service);
  await planClockDuties(world.ports.duties, world.clock.now());
  const ports = { ...world.ports, tasks: inMemoryTasks() };
  const doDue = () => doDuties(ports, clockDuties(ports, world.service));
  return { world, tasks: ports.tasks, doDue };
}

describe("a release of a hold", () => {
  it("lets go of what it kept from the clock, within two ticks", async () => {
    const { world, doDue } = await withDuties();
    await world.upload("tickets", TICKET);
    const hold = holdNumber(1, { covers: { store: "tickets" } });
    await world.ports.holds.place(hold);
    await world.at("2027-11-22T10:01:00.000Z");
    await doDue();
    expect(world.store("tickets").keys()).toEqual([TICKET]);

    const asked = { holdId: hold.holdId, by: { kind: "staff", name: "grace" } } as const;
    await releaseHold(world.ports, world.compiled.policy, asked);
    await doDue();
    await world.pass(2);

    expect(world.store("tickets").keys()).toEqual([]);
  });

  it("is found within the hour though whoever released it died before it could say so", async () => {
    const { world, doDue } = await withDuties();
    await world.upload("tickets", TICKET);
    const hold = holdNumber(1, { covers: { store: "tickets" } });
    await world.ports.holds.place(hold);
    await world.at("2027-11-22T10:01:00.000Z");
    await doDue();
    await world.ports.holds.release(
      hold.holdId,
      { by: { kind: "staff", name: "grace" }, at: "2027-11-22T10:01:00.000Z" },
      0,
    );

    world.clock.advance(HOUR_MS);
    await doDue();
    await world.pass(2);

    expect(world.store("tickets").keys()).toEqual([]);
  });
});

describe("the days of the ledger", () => {
  it("are each closed six hours after they are over, and after an outage one after the other", async () => {
    const { world, doDue } = await withDuties();
    for (const day of ["2026-11-24", "2026-11-25"]) {
      await world.upload("work", `users/7/${day}.png`);
      await world.at(`${day}T08:01:00.000Z`);
    }
    world.clock.set("2026-11-25T05:59:59.999Z");
    await doDue();
    expect(world.ports.tree.leaves).toHaveLength(0);

    world.clock.set("2026-11-29T06:00:00.000Z");
    for (let ticks = 0; ticks < 10; ticks += 1) await doDue();

    expect(world.ports.tree.leaves.map((leaf) => /\d{4}-\d\d-\d\d/.exec(leaf)?.[0])).toEqual([
      "2026-11-24",
      "2026-11-25",
    ]);
    expect(await checkLedger(world.ports)).toMatchObject({ checkpoints: 2, findings: [] });
  });
});

describe("a hold whose review has come", () => {
  it("is somebody's task on that day, not before, and once for all of them", async () => {
    const { world, tasks, doDue } = await withDuties();
    await world.ports.holds.place(holdNumber(1, { reviewOn: "2026-11-25" }));
    await world.ports.holds.place(holdNumber(2, { reviewOn: "2026-11-25" }));
    await world.ports.holds.place(holdNumber(3, { reviewOn: "2026-12-01" }));
    world.clock.set("2026-11-24T10:00:00.000Z");
    await doDue();
    expect(await tasks.listOpen(10)).toEqual([]);

    world.clock.set("2026-11-25T10:00:00.000Z");
    await doDue();
    world.clock.set("2026-11-26T10:00:00.000Z");
    await doDue();

    const [task, ...more] = await tasks.listOpen(10);
    expect(more).toEqual([]);
    expect(task).toMatchObject({ kind: "review-hold", dueAt: "2026-11-25T00:00:00.000Z" });
    expect(task?.needs).toContain(`${holdNumber(1).holdId}, ${holdNumber(2).holdId}.`);
  });
});
