import { describe, expect, it } from "vitest";
import { runSteps } from "../world/erasure-world.ts";
import { begun, ENTRIES, expectCompleted, expectKept, hold, release } from "../world/held-story.ts";

describe("a hold placed at any step of an erasure", () => {
  it("keeps all that is there at that moment, says so, and is completed after the release", async () => {
    let steps = 1;
    const keptAtStep: number[] = [];
    for (let atStep = 0; atStep < steps; atStep += 1) {
      const story = await begun();
      const { world, person, requestId } = story;
      const step = await world.stepOf(requestId);
      let [at, holdId] = [0, ""];
      let kept: readonly string[] = [];
      await runSteps(world, step, async (_name, operation) => {
        if (at === atStep) {
          holdId = await hold(world, { category: "support-ticket" });
          kept = world.store("tickets").holds(person);
        }
        at += 1;
        return operation();
      });
      world.executions.end(requestId, step.attempt);
      steps = at;
      keptAtStep.push(kept.length);
      await expectKept(story, kept, [holdId]);
      if (kept.length === 0) continue;
      expect(await release(world, holdId)).toMatchObject({ isFirst: true, lookedAtAgain: [requestId] });
      await world.drainAndRun(requestId);
      await expectCompleted(story);
    }
    // Before the erasing all is kept, after it there is nothing to keep: both were seen.
    expect(keptAtStep).toEqual([ENTRIES, ENTRIES, ENTRIES, 0, 0, 0, 0, 0]);
  });

  it("stops before the next batch, whichever was the last, and between any two questions to the gate", async () => {
    const keptAfter: number[] = [];
    for (let reads = 0; ; reads += 1) {
      const story = await begun();
      const { world, person, requestId } = story;
      let [asked, holdId] = [0, ""];
      let kept: readonly string[] = [];
      // The question to the gate is the last thing before a call: a hold that is there by then counts.
      const { eraser } = world.store("tickets");
      const { erase } = eraser;
      eraser.erase = (subject, gate, onDeleted) => {
        const mayDelete: typeof gate.mayDelete = async (entries) => {
          if (asked === reads) {
            holdId = await hold(world, { store: "tickets" });
            kept = world.store("tickets").holds(person);
          }
          asked += 1;
          return gate.mayDelete(entries);
        };
        return erase(subject, { mayDelete }, onDeleted);
      };
      const step = await world.stepOf(requestId);
      await runSteps(world, step, async (_name, operation) => operation());
      world.executions.end(requestId, step.attempt);
      if (holdId === "") break;
      keptAfter.push(kept.length);
      await expectKept(story, kept, [holdId]);
      await release(world, holdId);
      await world.drainAndRun(requestId);
      await expectCompleted(story);
    }
    expect(keptAfter).toEqual([25, 15, 5]);
  });

  it("is too late for a call that has been answered, and changes nothing of a request that has ended", async () => {
    const story = await begun();
    await story.world.run(story.requestId);
    await hold(story.world, { category: "support-ticket" });
    await story.world.drain();
    await expectCompleted(story);
  });
});

describe("holds that overlap", () => {
  it.each([
    [0, 1],
    [1, 0],
  ])("let go at zero holds only, released in the order %d, %d", async (first, second) => {
    const story = await begun();
    const { world, person, requestId } = story;
    const ids = [
      await hold(world, { store: "tickets" }),
      await hold(world, { subject: person, reviewOn: "2027-05-01" }),
    ];
    const all = world.store("tickets").holds(person);
    await world.run(requestId);
    await expectKept(story, all, []);

    expect(await release(world, ids[first] ?? "")).toMatchObject({ lookedAtAgain: [requestId] });
    await world.drainAndRun(requestId);
    expect(world.store("tickets").holds(person)).toEqual(all);
    expect((await world.read(requestId)).progress).toMatchObject({
      state: "waiting",
      reason: expect.stringContaining(ids[second] ?? "-"),
    });

    await release(world, ids[second] ?? "");
    await world.drainAndRun(requestId);
    await expectCompleted(story);
  });

  it("over parts keep each its part", async () => {
    const story = await begun();
    const { world, person, requestId } = story;
    const one = await hold(world, { item: "entry-3" });
    const other = await hold(world, { subject: person, item: "entry-20" });
    await world.run(requestId);
    await expectKept(story, ["entry-3", "entry-20"], [one, other]);

    await release(world, one);
    await world.drainAndRun(requestId);
    expect(world.store("tickets").holds(person)).toEqual(["entry-20"]);
    await release(world, other);
    await world.drainAndRun(requestId);
    await expectCompleted(story);
  });
});
