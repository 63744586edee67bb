import { describe, expect, it } from "vitest";
import { policy as dreamPortraits } from "../../../policies/dream-portraits.ts";
import { archiveSigningKey } from "../../../shared/operations/archive-signing-key.ts";
import { checkLedger } from "../../../shared/operations/check-ledger.ts";
import { sealExpiryLanes } from "../../../shared/operations/seal-expiry-lanes.ts";
import { type ClockWorld, clockWorld } from "../../world/clock/clock-world.ts";

const DAY = new Date("2026-11-24T00:00:00.000Z");

/** Returns a world in which two photos went by the sweeper and one by the reconciler, all on one day that is over. */
async function withADayOver(): Promise<ClockWorld> {
  const world = clockWorld(dreamPortraits);
  await archiveSigningKey(world.ports, world.service.service);
  await world.upload("photos", "users/7/a.png");
  await world.upload("photos", "users/8/b.png");
  world.store("photos").put("users/9/untold.png");
  await world.at("2026-11-24T09:01:00.000Z");
  world.clock.advance(3_600_000);
  await world.reconcile("photos");
  world.clock.set("2026-11-25T06:00:00.000Z");
  return world;
}

describe("the lanes of a day that is over", () => {
  it("are closed, in the tree, and covered by a checkpoint that the archived key has signed", async () => {
    const world = await withADayOver();

    const sealed = await sealExpiryLanes(world.ports, world.service, DAY);

    expect(sealed.map(({ lane }) => lane)).toContain("reconcile/photos/0/2026-11-24");
    expect(sealed.some(({ lane }) => lane.startsWith("expiry/photos/"))).toBe(true);
    expect(await checkLedger(world.ports)).toMatchObject({
      leaves: sealed.length,
      checkpoints: 1,
      findings: [],
    });
    expect(world.ports.tree.leaves.join()).not.toMatch(/users|subject/);
  });

  it("take nothing more, lose nothing and change in nothing, unseen", async () => {
    const world = await withADayOver();
    const [first] = await sealExpiryLanes(world.ports, world.service, DAY);
    const lane = first?.lane ?? "";
    const body = { kind: "expire-intended", store: "photos", things: 1 } as const;
    await expect(world.ports.ledger.append(lane, undefined, body)).rejects.toThrow(/closed/);

    const entries = world.ports.ledger.stored.get(lane) ?? [];
    world.ports.ledger.stored.set(lane, entries.slice(0, -1));
    expect((await checkLedger(world.ports)).findings).toEqual([
      { where: lane, index: entries.length - 1, what: expect.stringMatching(/ends here/) },
    ]);
    world.ports.ledger.stored.set(
      lane,
      entries.map((entry) =>
        entry.body.kind === "expire-ended" ? { ...entry, body: { ...entry.body, deleted: 0 } } : entry,
      ),
    );
    expect((await checkLedger(world.ports)).findings).not.toEqual([]);
  });

  it("say how many batches were intended and never ended, because their process died", async () => {
    const world = await withADayOver();
    await world.ports.ledger.append("expiry/photos/0/2026-11-24", undefined, {
      kind: "expire-intended",
      store: "photos",
      things: 7,
    });
    await sealExpiryLanes(world.ports, world.service, DAY);
    const entries = await world.ports.ledger.readLane("expiry/photos/0/2026-11-24");
    expect(entries.at(-1)?.body).toEqual({ kind: "sealed", remaining: 1 });
  });

  it("may be closed twice: by whoever comes after a death", async () => {
    const world = await withADayOver();
    const once = await sealExpiryLanes(world.ports, world.service, DAY);
    expect(await sealExpiryLanes(world.ports, world.service, DAY)).toEqual(once);
    expect((await checkLedger(world.ports)).findings).toEqual([]);
  });

  it("are none where nothing was due, and nothing is signed", async () => {
    const world = await withADayOver();
    const before = new Date("2026-11-20T00:00:00.000Z");
    expect(await sealExpiryLanes(world.ports, world.service, before)).toEqual([]);
    expect(world.ports.anchors.checkpointTexts.size).toBe(0);
  });
});
