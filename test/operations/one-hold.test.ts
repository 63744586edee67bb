import { beforeEach, describe, expect, it } from "vitest";
import { erasureWorld, runSteps } from "../world/erasure-world.ts";
import {
  type Asked,
  begun,
  ENTRIES,
  expectCompleted,
  hold,
  placed,
  release,
  STAFF,
  type Story,
} from "../world/held-story.ts";
import { holdNumber } from "../world/holds.ts";
import { openGate } from "../world/stores/gates.ts";

const WHEN = "2026-11-23T10:00:00.000Z";

describe("a hold", () => {
  let story: Story;
  beforeEach(async () => {
    story = await begun();
  });

  it("of a time keeps what was created then and what does not say, and lets the rest go", async () => {
    const { world, person, requestId } = story;
    const tickets = world.store("tickets");
    await tickets.eraser.erase(person, openGate, async () => undefined);
    tickets.put(person, ["before"], new Date("2026-01-31T23:59:59.999Z"));
    tickets.put(person, ["first"], new Date("2026-02-01T00:00:00.000Z"));
    tickets.put(person, ["last"], new Date("2026-02-28T00:00:00.000Z"));
    tickets.put(person, ["after"], new Date("2026-02-28T00:00:00.001Z"));
    tickets.put(person, ["unknown"]);
    await hold(world, { createdFrom: "2026-02-01T00:00:00.000Z", createdTo: "2026-02-28T00:00:00.000Z" });
    await world.run(requestId);
    expect(tickets.holds(person)).toEqual(["first", "last", "unknown"]);
  });

  it("for another person does nothing", async () => {
    const { world, requestId } = story;
    await hold(world, { subject: world.settle("person-10", 3) });
    await world.run(requestId);
    await expectCompleted(story);
    expect(world.store("tickets").holds(world.settle("person-10", 0))).toHaveLength(3);
  });

  it("by person covers what may be held, and the answer names the rest with the promise in the way", async () => {
    const answer = await placed(story.world, { subject: story.person });
    if (!answer.placed) throw new Error(answer.why);
    expect(answer.stores).toEqual(["tickets"]);
    expect(answer.expiring).toEqual(["tickets"]);
    const account = answer.notCovered.find(({ category }) => category === "account");
    expect(account?.promises).toContain("ID5");
    expect(JSON.stringify(await story.world.holds.active())).not.toContain(story.person);
  });

  it.each<[string, Asked, RegExp]>([
    ["of a category whose end is promised, naming the promise", { category: "account" }, /account \(.*ID5/],
    ["of a store that holds such", { store: "accounts" }, /ID5/],
    ["of a category that there is not", { category: "tea" }, /no category tea/],
    ["of a store that there is not", { store: "attic" }, /no store attic/],
    ["of a category in a store that has none of it", { category: "account", store: "tickets" }, /No store/],
    ["of nothing", {}, /what to hold/],
    [
      "of a time that ends first",
      { createdFrom: "2026-02-02T00:00:00Z", createdTo: "2026-02-01T00:00:00Z" },
      /ends before/,
    ],
    ["that nobody will look at again", { store: "tickets", reviewOn: "2026-11-23" }, /future/],
  ])("is refused and not kept: %s", async (_, asked, why) => {
    const answer = await placed(story.world, asked);
    expect(answer).toMatchObject({ placed: false, why: expect.stringMatching(why) });
    expect(await story.world.holds.active()).toEqual([]);
  });

  it("is refused if its text names the person", async () => {
    const answer = await placed(story.world, {
      subject: story.person,
      reason: `about ${story.person}, claim`,
    });
    expect(answer).toMatchObject({ placed: false, why: expect.not.stringContaining(story.person) });
    expect((await placed(story.world, { subject: story.person, reason: "about person-10" })).placed).toBe(
      true,
    );
  });

  it("does nothing where the policy of the request lets nothing be held", async () => {
    const world = await erasureWorld();
    const person = world.settle("1", ENTRIES);
    const requestId = await world.open(person);
    // As if it had been placed under another policy.
    await world.holds.place(holdNumber(1, { covers: { createdFrom: "2000-01-01T00:00:00.000Z" } }));
    await world.drainAndRun(requestId);
    expect((await world.read(requestId)).progress.state).toBe("completed");
  });

  it("that is released twice is released once, and looks again for what waits", async () => {
    const { world, requestId } = story;
    const holdId = await hold(world, { store: "tickets" });
    await world.run(requestId);
    expect(await release(world, holdId)).toMatchObject({ isFirst: true, lookedAtAgain: [requestId] });
    expect(await release(world, holdId)).toMatchObject({ isFirst: false, lookedAtAgain: [requestId] });
    await world.drainAndRun(requestId);
    await expectCompleted(story);
    expect(await release(world, holdId)).toMatchObject({ isFirst: false, lookedAtAgain: [requestId] });
    expect(await release(world, `hold_${"v".repeat(26)}`)).toBeUndefined();
  });

  it("released while its run is on its way to wait makes it wait no longer, at whichever step", async () => {
    for (const during of ["verify-absence", "issue-certificate", "conclude-request"]) {
      const { world, person, requestId } = await begun();
      const holdId = await hold(world, { store: "tickets" });
      await world.run(requestId, (name) => {
        // The in-memory ports answer at once, so that the release is done when the step starts.
        if (name === during) void release(world, holdId);
      });
      await world.drainAndRun(requestId);
      await expectCompleted({ world, person, requestId });
    }
  });

  it("released between the last write of a run and its last look makes the request due now", async () => {
    const { world, requestId } = story;
    const holdId = await hold(world, { store: "tickets" });
    const step = await world.stepOf(requestId);
    const register = {
      ...world.register,
      update: async (next: Parameters<typeof world.register.update>[0]) => {
        const stored = await world.register.update(next);
        if (next.progress.state === "waiting") await world.holds.release(holdId, { by: STAFF, at: WHEN }, 1);
        return stored;
      },
    };
    await runSteps({ ...world, register }, step, async (_name, operation) => operation());
    world.executions.end(requestId, step.attempt);
    expect((await world.read(requestId)).progress).toMatchObject({
      state: "waiting",
      dueAt: world.clock.now().toISOString(),
    });
    await world.drainAndRun(requestId);
    await expectCompleted(story);
  });

  it("stays after its review date until somebody releases it", async () => {
    const { world, person, requestId } = story;
    const holdId = await hold(world, { store: "tickets" });
    await world.run(requestId);
    world.clock.set("2027-06-01T00:00:00.000Z");
    await world.drainAndRun(requestId);
    expect(world.store("tickets").holds(person)).toHaveLength(ENTRIES);
    expect((await world.read(requestId)).progress).toMatchObject({
      state: "waiting",
      reason: expect.stringContaining(holdId),
      dueAt: "2027-06-02T00:00:00.000Z",
    });
    await release(world, holdId);
    await world.drainAndRun(requestId);
    await expectCompleted(story);
  });
});
