import { describe, expect, it } from "vitest";
import { drainDueRequests } from "../../shared/operations/drain-due-requests.ts";
import { erasureWorld } from "../world/erasure-world.ts";

const HOUR_MS = 3_600_000;

describe("a drain", () => {
  it("begins nothing more so shortly before its process ends that it might not be finished", async () => {
    const world = await erasureWorld();
    const requestId = await world.open(world.settle("ada", 1));
    await drainDueRequests({ ...world, remainingMs: () => 179_999 });
    expect(world.executions.started).toEqual([]);
    await drainDueRequests({ ...world, remainingMs: () => 180_000 });
    expect(world.executions.started).toHaveLength(1);
    expect((await world.read(requestId)).progress.state).toBe("running");
  });

  it("has the time of its process, however fast the clock runs: an hour may pass between two looks at it", async () => {
    const world = await erasureWorld();
    await world.open(world.settle("ada", 1));
    const clock = {
      now: () => {
        world.clock.advance(HOUR_MS);
        return world.clock.now();
      },
    };
    await drainDueRequests({ ...world, clock });
    expect(world.executions.started).toHaveLength(1);
  });
});
