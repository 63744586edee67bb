import { describe, expect, it } from "vitest";
import { policy as dreamPortraits } from "../../../policies/dream-portraits.ts";
import { checkLedger } from "../../../shared/operations/check-ledger.ts";
import { reconcileStore } from "../../../shared/operations/reconcile-store.ts";
import { recordEvents } from "../../../shared/operations/record-events.ts";
import { sweep } from "../../../shared/operations/sweep.ts";
import { type ClockWorld, clockWorld, createdEvent } from "../../world/clock/clock-world.ts";
import { clockPortsThrough } from "../../world/clock/ports-through.ts";
import { onlyKilled } from "../../world/killed.ts";
import { mortalProcess } from "../../world/mortal-process.ts";

const SIDES = ["before", "after"] as const;
/** Two rows of one shard or two. */
const PHOTOS = 90;
const DUE = "2026-11-24T09:01:00.000Z";

/** Returns a world with photos that nobody told of yet. */
function withPhotos() {
  const world = clockWorld(dreamPortraits);
  const seen = Array.from({ length: PHOTOS }, (_, at) => world.store("photos").put(`users/7/${at}.png`));
  return { world, events: seen.map(createdEvent) };
}

/** The one end: everything gone, no row left, nothing counted twice, the ledger whole. */
async function expectExpired(world: ClockWorld, where: string): Promise<void> {
  expect(world.store("photos").keys(), where).toEqual([]);
  expect(world.ports.dueRows.all(), where).toEqual([]);
  const measured = await world.ports.measurements.read("photos", "2026-11-01");
  expect(measured?.deleted ?? 0, where).toBeLessThanOrEqual(PHOTOS);
  expect((await checkLedger(world.ports)).findings, where).toEqual([]);
}

describe.each(SIDES)("a process killed %s any call", (side) => {
  it("of recording loses no event: the queue gives them again", async () => {
    for (let atCall = 0; ; atCall += 1) {
      const { world, events } = withPhotos();
      const process = mortalProcess({ atCall, side });
      const ports = clockPortsThrough(process, world);
      // A death fails what was under way, and the queue shows the batch to another process.
      const recorded = await recordEvents(ports, world.service, events);
      if (process.isDead) expect(recorded.some((one) => !one.recorded)).toBe(true);
      process.replace();
      await world.tell(...events);
      await world.at(DUE);
      await expectExpired(world, `killed ${side} call ${atCall}, ${process.calls[atCall]}`);
      if (process.calls.length <= atCall) return expect(atCall).toBeGreaterThanOrEqual(2);
    }
  });

  it("of a tick loses nothing: the next tick goes on", async () => {
    for (let atCall = 0; ; atCall += 1) {
      const { world, events } = withPhotos();
      await world.tell(...events);
      await world.at("2026-11-24T08:59:00.000Z");
      world.clock.set(DUE);
      const process = mortalProcess({ atCall, side });
      await sweep(clockPortsThrough(process, world), world.service).catch(onlyKilled);
      process.replace();
      await world.pass(2);
      await expectExpired(world, `killed ${side} call ${atCall}, ${process.calls[atCall]}`);
      if (process.calls.length <= atCall) return expect(atCall).toBeGreaterThan(10);
    }
  });

  it("of a listing loses nothing: the next listing goes on", async () => {
    for (let atCall = 0; ; atCall += 1) {
      const { world } = withPhotos();
      world.clock.set(DUE);
      world.clock.advance(3_600_000);
      const process = mortalProcess({ atCall, side });
      const photos = { ...world.worked("photos") };
      const adapter = process.reaching("photos", photos.adapter);
      await reconcileStore(clockPortsThrough(process, world), world.service, { ...photos, adapter }).catch(
        onlyKilled,
      );
      process.replace();
      await world.reconcile("photos");
      await world.pass(2);
      await expectExpired(world, `killed ${side} call ${atCall}, ${process.calls[atCall]}`);
      if (process.calls.length <= atCall) return expect(atCall).toBeGreaterThan(5);
    }
  });
});

describe("a process killed twice", () => {
  it.each(SIDES)(
    "in two ticks one after the other comes to the same end, killed %s the calls",
    async (side) => {
      for (let first = 0; first < 30; first += 1) {
        for (let second = first + 1; second < first + 6; second += 1) {
          const { world, events } = withPhotos();
          await world.tell(...events);
          await world.at("2026-11-24T08:59:00.000Z");
          world.clock.set(DUE);
          const process = mortalProcess({ atCall: first, side }, { atCall: second, side });
          for (let tick = 0; tick < 2; tick += 1) {
            await sweep(clockPortsThrough(process, world), world.service).catch(onlyKilled);
            process.replace();
            world.clock.advance(60_000);
          }
          await world.pass(2);
          await expectExpired(world, `killed ${side} calls ${first} and ${second}`);
        }
      }
    },
  );
});
