import { beforeEach, describe, expect, it } from "vitest";
import { policy as dreamPortraits } from "../../../policies/dream-portraits.ts";
import { policy as imageDesigner } from "../../../policies/image-designer.ts";
import { holdNumber } from "../../world/holds.ts";
import { ProcessKilled } from "../../world/mortal-process.ts";
import { type RestoreWorld, restoreWorld } from "../../world/restore/restore-world.ts";

const [ERASED, LIVING] = ["users/1/a.png", "users/10/a.png"];
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
let world: RestoreWorld;

beforeEach(() => {
  world = restoreWorld(dreamPortraits);
});

/** Copies a store as it is, and empties it as a disaster does. */
async function copied(storeId: string) {
  const copiedAt = world.clock.now().toISOString();
  const pointId = world.ports.points.take(storeId);
  return { pointId, restore: () => world.open(storeId, pointId, copiedAt) };
}

function lose(storeId: string): Promise<void> {
  return world.erase(storeId, ...world.store(storeId).keys());
}

describe("a copy that is restored", () => {
  it("gives back everything but what was erased, byte for byte", async () => {
    for (const key of [ERASED, LIVING]) await world.put("photos", key);
    const { restore } = await copied("photos");
    world.clock.advance(HOUR_MS);
    await world.entomb("1");
    await lose("photos");

    const { restoreId } = await restore();
    const ended = await world.run(restoreId);

    expect(ended).toMatchObject({ state: "completed", removed: { erased: 1, expired: 0 }, handedOver: 1 });
    expect(world.store("photos").keys()).toEqual([LIVING]);
    expect(world.read("photos", LIVING)).toBe(`what ${LIVING} holds`);
    expect(world.ports.quarantine.keys(ended)).toEqual([]);
  });

  it("does not give back what has ended by itself since, though no tombstone says so", async () => {
    await world.put("photos", ERASED);
    await world.put("photos", LIVING);
    const { restore } = await copied("photos");
    await world.tell({
      kind: "thing",
      thing: { store: "photos", key: ERASED },
      told: { fact: "generation-completed", at: world.clock.now().toISOString() },
    });
    await lose("photos");
    world.clock.advance(23 * HOUR_MS - 1);

    const almost = await world.run((await restore()).restoreId);
    expect(almost).toMatchObject({ removed: { expired: 1 }, handedOver: 1 });

    await lose("photos");
    world.clock.advance(1);
    const over = await world.run((await restore()).restoreId);
    expect(over).toMatchObject({ removed: { expired: 2 }, handedOver: 0 });
    expect(world.store("photos").keys()).toEqual([]);
  });

  it("knows a thing by the life it had in the copy, not by one that its key began later", async () => {
    await world.put("photos", LIVING);
    const { restore } = await copied("photos");
    world.clock.advance(2 * DAY_MS);
    await world.erase("photos", LIVING);
    await world.put("photos", LIVING);
    await world.erase("photos", LIVING);

    expect(await world.run((await restore()).restoreId)).toMatchObject({
      removed: { expired: 1 },
      handedOver: 0,
    });
  });

  it("leaves what is in the store by now as it is", async () => {
    await world.put("portraits", LIVING);
    const { restore } = await copied("portraits");
    world.clock.advance(DAY_MS);
    await world.put("portraits", LIVING);

    const ended = await world.run((await restore()).restoreId);
    expect(ended).toMatchObject({ state: "completed", handedOver: 0, thereAlready: 1 });
  });

  it("puts no end off: what came back is due when it was before", async () => {
    await world.put("photos", LIVING);
    const { restore } = await copied("photos");
    await lose("photos");
    world.clock.advance(22 * HOUR_MS);
    await world.run((await restore()).restoreId);
    expect(world.store("photos").keys()).toEqual([LIVING]);

    await world.at("2026-11-24T09:01:00.000Z");
    expect(world.store("photos").keys()).toEqual([]);
  });

  it("does not give back what nobody can say the age of, or the owner", async () => {
    await world.put("photos", LIVING);
    await world.put("photos", "loose.png");
    const { restore } = await copied("photos");
    world.ports.things.forgetEnded(new Date("2100-01-01T00:00:00.000Z"));
    await lose("photos");

    const ended = await world.run((await restore()).restoreId);
    expect(ended).toMatchObject({ removed: { undated: 1, nobodys: 1 }, handedOver: 0 });
  });

  it("gives back of one person what was stored after they erased a part", async () => {
    world = restoreWorld(dreamPortraits, { tellsAge: true });
    await world.put("portraits", "users/1/7.png");
    await world.put("portraits", "users/1/8.png");
    await world.entomb("1", { image: "7.png" });
    const { restore } = await copied("portraits");
    await lose("portraits");

    const ended = await world.run((await restore()).restoreId);
    expect(ended).toMatchObject({ removed: { erased: 1 }, handedOver: 1 });
    expect(
      world
        .store("portraits")
        .keys()
        .filter((key) => world.read("portraits", key)),
    ).toContain("users/1/8.png");
  });
});

describe("a restore", () => {
  async function underWay() {
    for (const key of [ERASED, LIVING]) await world.put("photos", key);
    const { restore } = await copied("photos");
    await world.entomb("1");
    await lose("photos");
    return restore();
  }

  it("says first what it would come to, and changes nothing", async () => {
    const restore = await underWay();
    await world.ports.quarantine.bringBack(restore);
    expect(await world.plan(restore)).toMatchObject({ erased: 1, stays: 1 });
    expect(world.ports.quarantine.keys(restore)).toEqual([ERASED, LIVING]);
    expect(world.store("photos").keys()).toEqual([]);
  });

  it("reads nothing before the copy is whole", async () => {
    const { restoreId } = await underWay();
    world.ports.quarantine.delay(1);
    expect(await world.run(restoreId)).toMatchObject({ state: "bringing-back", handedOver: 0 });
    expect(await world.run(restoreId)).toMatchObject({ state: "completed", handedOver: 1 });
  });

  it("cleans again what a listing left out, before anything is handed over", async () => {
    const { restoreId } = await underWay();
    world.ports.quarantine.hideOnce([ERASED]);
    expect(await world.run(restoreId)).toMatchObject({
      state: "completed",
      passes: 2,
      removed: { erased: 1 },
    });
    expect(world.store("photos").keys()).toEqual([LIVING]);
  });

  it("takes back what was erased in the moment of the hand-over", async () => {
    const { restoreId } = await underWay();
    world.ports.quarantine.whenNextHandedOver(() => world.entomb("10"));
    await world.run(restoreId);
    const ended = await world.run(restoreId);
    expect(world.store("photos").keys()).toEqual([]);
    expect(ended).toMatchObject({ state: "completed", removed: { erased: 2 }, handedOver: 0 });
  });

  it("keeps in quarantine what a hold stands over, and hands it to nobody", async () => {
    world = restoreWorld(imageDesigner);
    const key = JSON.stringify(["SUBJECT#1", "t1"]);
    await world.put("tickets", key);
    const { restore } = await copied("tickets");
    await world.entomb("1");
    const hold = holdNumber(1, { covers: { store: "tickets" } });
    await world.ports.holds.place(hold);
    await lose("tickets");
    const { restoreId } = await restore();

    const waiting = await world.run(restoreId);
    expect(waiting).toMatchObject({ state: "handing-over", held: 1, handedOver: 0 });
    expect(world.ports.quarantine.keys(waiting)).toEqual([key]);
    expect(world.store("tickets").keys()).toEqual([]);

    const release = { by: { kind: "staff", name: "grace" }, at: "2026-11-24T10:00:00.000Z" } as const;
    await world.ports.holds.release(hold.holdId, release, 0);
    expect(await world.run(restoreId)).toMatchObject({ state: "completed", removed: { erased: 1 } });
  });

  it("stops while everything is paused, and goes on when it is not", async () => {
    const { restoreId } = await underWay();
    const pause = { by: { kind: "staff", name: "grace" }, at: "2026-11-23T10:00:00.000Z" } as const;
    await world.ports.register.pauseAll(pause);
    expect(await world.run(restoreId)).toMatchObject({ state: "cleaning" });
    expect(world.store("photos").keys()).toEqual([]);
    await world.ports.register.resumeAll();
    expect(await world.run(restoreId)).toMatchObject({ state: "completed" });
  });

  it("goes on where it died, at any call", async () => {
    for (const side of ["list", "remove", "hand-over"] as const) {
      world = restoreWorld(dreamPortraits);
      const { restoreId } = await underWay();
      world.ports.quarantine.failNext(side, new ProcessKilled("killed"));
      await expect(world.run(restoreId)).rejects.toThrow(ProcessKilled);
      expect(await world.run(restoreId)).toMatchObject({ state: "completed", handedOver: 1 });
      expect(world.store("photos").keys()).toEqual([LIVING]);
    }
  });

  it("of a store is one at a time, and may be given up", async () => {
    const restore = await underWay();
    world.clock.advance(1);
    expect(await world.open("photos", "another", restore.copiedAt)).toEqual(restore);
    await world.ports.quarantine.bringBack(restore);
    expect(await world.abandon(restore)).toMatchObject({ state: "abandoned" });
    expect(world.ports.quarantine.keys(restore)).toEqual([]);
    expect(world.store("photos").keys()).toEqual([]);
  });

  it("is on record: what was to be removed and handed over before, and what was after", async () => {
    const { restoreId } = await underWay();
    await world.run(restoreId);
    const entries = await world.ports.ledger.readLane("restore/copies/0/2026-11-23");
    expect(entries.map(({ body }) => body.kind)).toEqual([
      "restore-removing",
      "restore-removed",
      "restore-handing-over",
      "restore-handed-over",
    ]);
    expect(JSON.stringify(entries)).not.toContain("users/");
  });
});
