import { beforeEach, describe, expect, it } from "vitest";
import { policy as dreamPortraits } from "../../../policies/dream-portraits.ts";
import { openRestore } from "../../../shared/operations/open-restore.ts";
import { type RestoreWorld, restoreWorld } from "../../world/restore/restore-world.ts";

const START = "2026-11-23T10:00:00.000Z";
const DAY_MS = 86_400_000;
let world: RestoreWorld;

beforeEach(() => {
  world = restoreWorld(dreamPortraits);
});

const open = (storeId: string, pointId: string, at?: string) =>
  openRestore(world.ports, world.policy, "eu-central-1", { storeId, pointId, at });

describe("a copy that somebody wants back", () => {
  it("is of the moment at which it was made, whatever they say", async () => {
    const pointId = world.ports.points.take("portraits");
    world.clock.advance(DAY_MS);
    const opened = await open("portraits", pointId, "2026-11-23T22:00:00.000Z");
    expect(opened).toMatchObject({
      opened: true,
      joined: false,
      restore: { copiedAt: START, state: "bringing-back" },
    });
  });

  it("is, of one that moves on, of the moment that is asked for and lies in it", async () => {
    const pointId = world.ports.points.begin("portraits", 7);
    world.clock.advance(10 * DAY_MS);
    expect(await open("portraits", pointId, "2026-11-30T10:00:00.000Z")).toMatchObject({ opened: true });
    expect(await open("portraits", pointId, START)).toMatchObject({ opened: false });
    expect(await open("portraits", pointId, "2027-01-01T10:00:00.000Z")).toMatchObject({ opened: false });
    expect(await open("portraits", pointId)).toMatchObject({ opened: false });
  });

  it("is refused once tombstones do not reach back to it, to the millisecond", async () => {
    const pointId = world.ports.points.take("portraits", { keptDays: null });
    world.clock.advance(400 * DAY_MS);
    expect(await open("portraits", pointId)).toMatchObject({ opened: true });
    world = restoreWorld(dreamPortraits);
    const older = world.ports.points.take("portraits", { keptDays: null });
    world.clock.advance(400 * DAY_MS + 1);
    expect(await open("portraits", older)).toMatchObject({
      opened: false,
      why: expect.stringContaining("nobody could say who of it was erased"),
    });
  });

  it("is refused if it is of another store, or of one whose things cannot be told apart", async () => {
    const pointId = world.ports.points.take("portraits");
    expect(await open("photos", pointId)).toMatchObject({
      opened: false,
      why: expect.stringContaining("has no such copy"),
    });
    expect(await open("accounts", pointId)).toMatchObject({
      opened: false,
      why: expect.stringContaining("docs/limits.md"),
    });
  });

  it("joins the restore that is under way, since there is one bucket for quarantine", async () => {
    const first = await open("portraits", world.ports.points.take("portraits"));
    world.clock.advance(1);
    const second = await open("photos", world.ports.points.take("photos"));
    expect(second).toMatchObject({ opened: true, joined: true });
    expect(second).toMatchObject({ restore: first.opened ? first.restore : undefined });
  });
});
