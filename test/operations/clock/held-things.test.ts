import { describe, expect, it } from "vitest";
import { policy as imageDesigner } from "../../../policies/image-designer.ts";
import { sha256Hex } from "../../../shared/domain/canonical-json.ts";
import { subjectIdOf } from "../../../shared/domain/erasure/subject-id.ts";
import { subjectReference } from "../../../shared/domain/erasure/subject-reference.ts";
import type { Covers, Hold } from "../../../shared/domain/holds/hold.ts";
import { HELD_BUCKET } from "../../../shared/domain/retention/due-row.ts";
import { fireHeldAgain } from "../../../shared/operations/hold-back.ts";
import { type ClockWorld, clockWorld } from "../../world/clock/clock-world.ts";
import { holdNumber } from "../../world/holds.ts";
import { fixedSubjectKeys } from "../../world/small-ports.ts";

const RELEASE = { by: { kind: "staff", name: "grace" }, at: "2027-12-01T10:00:00.000Z" } as const;
const TICKET = JSON.stringify(["SUBJECT#7", "t1"]);
const NEIGHBOURS = JSON.stringify(["SUBJECT#70", "t1"]);
/** A tick after both tickets, stored at 2026-11-23T10:00, are due. */
const AFTER = "2027-11-22T10:01:00.000Z";

/** Returns a world with a ticket of one person and one of another, and a hold. */
async function withTickets(covers: Covers) {
  const world = clockWorld(imageDesigner);
  for (const key of [TICKET, NEIGHBOURS]) await world.upload("tickets", key);
  const hold = holdNumber(1, { covers });
  await world.ports.holds.place(hold);
  return { world, hold, tickets: world.store("tickets") };
}

async function release({ ports, service }: ClockWorld, { holdId }: Hold): Promise<void> {
  await ports.holds.release(holdId, RELEASE, 0);
  await fireHeldAgain(ports, service);
}

async function ofPerson(person: string): Promise<Covers> {
  const key = await fixedSubjectKeys().current();
  return { subjectRef: subjectReference(key, imageDesigner.service.id, subjectIdOf(person)) };
}

describe("what a hold stands over", () => {
  it("stays past its limit, and what it does not stand over goes", async () => {
    const { world, tickets } = await withTickets(await ofPerson("7"));
    await world.at(AFTER);
    expect(tickets.keys()).toEqual([TICKET]);
  });

  it.each<readonly [string, Covers, readonly string[]]>([
    ["a store", { store: "tickets" }, [TICKET, NEIGHBOURS]],
    ["an item, whoever has one of that name", { item: sha256Hex("t1") }, [TICKET, NEIGHBOURS]],
    ["another store", { store: "consents" }, []],
    ["a time before", { createdTo: "2026-11-23T09:59:59.999Z" }, []],
    ["the time", { createdFrom: "2026-11-23T10:00:00.000Z" }, [TICKET, NEIGHBOURS]],
  ])("may be %s", async (_, covers, staying) => {
    const { world, tickets } = await withTickets(covers);
    await world.at(AFTER);
    expect(tickets.keys()).toEqual(staying);
  });

  it("is counted as held once, however often it is looked at", async () => {
    const { world } = await withTickets({ store: "tickets" });
    await world.at(AFTER);
    await fireHeldAgain(world.ports, world.service);
    await world.pass(3);
    await fireHeldAgain(world.ports, world.service);
    await world.pass(3);
    expect(await world.ports.measurements.read("tickets", "2026-11-01")).toMatchObject({
      held: 2,
      deleted: 0,
    });
  });

  it("keeps no watermark back: its rows wait elsewhere", async () => {
    const { world } = await withTickets({ store: "tickets" });
    await world.at(AFTER);
    world.clock.advance(3_600_000);
    expect((await world.sweep()).watermark).toBe("2027-11-22T10:31:00.000Z");
    expect(world.ports.dueRows.all().every(({ bucket }) => bucket === HELD_BUCKET)).toBe(true);
    // Time can go on for the others, though the rows of what is held wait at its end.
    await world.at("2027-12-24T10:00:00.000Z");
    expect((await world.sweep()).watermark).toBe("2027-12-24T10:00:00.000Z");
  });

  it("goes at the next tick once the hold is released", async () => {
    const { world, hold, tickets } = await withTickets({ store: "tickets" });
    await world.at(AFTER);
    world.clock.advance(30 * 86_400_000);
    await world.ports.dueRows.advance("tickets", 0, world.clock.now().toISOString());
    await world.ports.dueRows.advance("tickets", 1, world.clock.now().toISOString());
    await release(world, hold);
    expect(tickets.keys()).toHaveLength(2);
    await world.pass(2);
    expect(tickets.keys()).toEqual([]);
    expect(world.ports.dueRows.all()).toEqual([]);
  });

  it("stays while another hold stands", async () => {
    const { world, hold, tickets } = await withTickets({ store: "tickets" });
    await world.ports.holds.place(holdNumber(2, { covers: { store: "tickets" } }));
    await world.at(AFTER);
    await release(world, hold);
    await world.pass(2);
    expect(tickets.keys()).toHaveLength(2);
  });

  it("goes though its hold is released while it is put to wait: one of the two sees the other", async () => {
    const { world, hold, tickets } = await withTickets({ store: "tickets" });
    await world.at("2027-11-22T09:59:00.000Z");
    world.clock.set(AFTER);
    const dueRows: typeof world.ports.dueRows = {
      ...world.ports.dueRows,
      put: async (rows) => {
        // The release has looked for what waits before this row was there.
        if (rows.some(({ bucket }) => bucket === HELD_BUCKET)) await release(world, hold);
        await world.ports.dueRows.put(rows);
      },
    };
    await world.sweep({ dueRows });
    await world.pass(2);
    expect(tickets.keys()).toEqual([]);
  });

  it("stays though the hold is placed between the look and the call that deletes", async () => {
    const world = clockWorld(imageDesigner);
    await world.upload("tickets", TICKET);
    await world.at("2027-11-22T09:59:00.000Z");
    world.clock.set(AFTER);
    const ledger: typeof world.ports.ledger = {
      ...world.ports.ledger,
      append: async (...entry) => {
        await world.ports.holds.place(holdNumber(1, { covers: { store: "tickets" } }));
        return world.ports.ledger.append(...entry);
      },
    };
    await world.sweep({ ledger });
    expect(world.store("tickets").keys()).toEqual([TICKET]);
  });

  it("stays where the reconciler finds it too, and waits in one row however often it does", async () => {
    const { world, tickets, hold } = await withTickets({ store: "tickets" });
    world.clock.set(AFTER);
    for (let times = 0; times < 3; times += 1) {
      world.clock.advance(3_600_000);
      await world.reconcile("tickets");
    }
    expect(tickets.keys()).toHaveLength(2);
    expect(world.ports.dueRows.all().filter(({ bucket }) => bucket === HELD_BUCKET)).toHaveLength(2);
    await world.ports.holds.release(hold.holdId, RELEASE, 0);
    await world.reconcile("tickets");
    expect(tickets.keys()).toEqual([]);
  });
});

describe("a hold over what the policy lets nobody hold", () => {
  it("stops nothing: its end was promised without exception", async () => {
    const world = clockWorld(imageDesigner);
    await world.upload("work", "users/7/a.png");
    await world.ports.holds.place(holdNumber(1, { covers: { store: "work" } }));
    await world.at("2026-11-24T08:01:00.000Z");
    expect(world.store("work").keys()).toEqual([]);
  });
});
