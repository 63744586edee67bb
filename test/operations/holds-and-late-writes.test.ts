import { beforeEach, describe, expect, it } from "vitest";
import { begun, hold, release, type Story } from "../world/held-story.ts";
import { drainAndLook, untilNothingIsDue } from "../world/look-again.ts";

const MINUTE_MS = 60_000;

describe("what came late and is held", () => {
  let story: Story;
  beforeEach(async () => {
    story = await begun();
    await story.world.run(story.requestId);
  });

  it("is purged as soon as the hold is released, and not a day later", async () => {
    const { world, person, requestId } = story;
    const holdId = await cameLateAndHeld(story);
    const looked = await world.read(requestId);
    expect(looked.progress).toMatchObject({ state: "completed", lateWrites: { look: "due" } });
    expect(world.store("tickets").holds(person)).toEqual(["late"]);

    world.clock.advance(MINUTE_MS);
    const released = await release(world, holdId);
    expect(released).toMatchObject({ lookedAtAgain: [requestId] });
    await drainAndLook(world, requestId);
    expect(world.store("tickets").holds(person)).toEqual([]);
    expect((await untilNothingIsDue(world, requestId)).progress.state).toBe("completed");
  });

  it("is looked at a day later while the hold stands", async () => {
    const { world, person, requestId } = story;
    await cameLateAndHeld(story);
    world.clock.advance(MINUTE_MS);
    await drainAndLook(world, requestId);
    expect(world.store("tickets").holds(person)).toEqual(["late"]);
    expect(world.executions.started).toHaveLength(2);
  });

  it("is purged at once, too, when the hold is released while the look that met it ends", async () => {
    const { world, person, requestId } = story;
    world.store("tickets").put(person, ["late"]);
    const holdId = await hold(world, { store: "tickets" });
    world.clock.advance(5 * MINUTE_MS);
    await world.drain();
    await world.run(requestId, (step) => {
      if (step === "conclude-request") void release(world, holdId);
    });
    await drainAndLook(world, requestId);
    expect(world.store("tickets").holds(person)).toEqual([]);
  });
});

/** Puts one ticket under a hold and lets a look meet it; returns the hold's id. */
async function cameLateAndHeld({ world, person, requestId }: Story): Promise<string> {
  world.store("tickets").put(person, ["late"]);
  const holdId = await hold(world, { store: "tickets" });
  world.clock.advance(5 * MINUTE_MS);
  await drainAndLook(world, requestId);
  return holdId;
}
