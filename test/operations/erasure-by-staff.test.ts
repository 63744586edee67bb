import { beforeEach, describe, expect, it } from "vitest";
import { approveRequest } from "../../shared/operations/approve-request.ts";
import { type ErasureWorld, erasureWorld } from "../world/erasure-world.ts";

let world: ErasureWorld;

beforeEach(async () => {
  world = await erasureWorld();
});

describe("an erasure that staff ask for", () => {
  const ADA = { kind: "staff", name: "ada" } as const;

  it("runs only after another person approved the plan that was made", async () => {
    const person = world.settle("1", 5);
    const requestId = await world.open(person, ADA);
    const waiting = await world.drainAndRun(requestId);
    expect(waiting.progress.state).toBe("waiting-for-approval");
    expect(world.store("photos").holds(person)).toHaveLength(5);

    await approve(requestId, "grace");

    expect((await world.drainAndRun(requestId)).progress.state).toBe("completed");
    expect(world.store("photos").holds(person)).toEqual([]);
  });

  it("waits again when there is something else to delete than was approved", async () => {
    const person = world.settle("1", 5);
    const requestId = await world.open(person, ADA);
    await world.drain();
    await approve(requestId, "grace");
    world.store("photos").put(person, ["one-more"]);

    const waiting = await world.drainAndRun(requestId);

    expect(waiting.progress.state).toBe("waiting-for-approval");
    expect(world.store("photos").holds(person)).toHaveLength(6);
    expect(world.accounts.maySignIn(person)).toBe(false);
    await approve(requestId, "grace");
    expect((await world.drainAndRun(requestId)).progress.state).toBe("completed");
  });

  it("makes a plan above the policy's ceiling wait for a person, whoever asked", async () => {
    world = await erasureWorld({ limits: { entriesPerErasure: 20, longestWriteAccessMinutes: 60 } });
    const person = world.settle("1", 5);
    const requestId = await world.open(person);

    expect((await world.drainAndRun(requestId)).progress.state).toBe("waiting-for-approval");
    expect(world.store("photos").holds(person)).toHaveLength(5);
    await approve(requestId, "grace");
    expect((await world.drainAndRun(requestId)).progress.state).toBe("completed");
  });
});

async function approve(requestId: string, by: string): Promise<void> {
  const { progress } = await world.read(requestId);
  const planDigest = progress.state === "waiting-for-approval" ? progress.planDigest : "";
  expect(await approveRequest(world, { requestId, planDigest, by })).toMatchObject({ approved: true });
}
