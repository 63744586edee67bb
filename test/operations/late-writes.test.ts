import { beforeEach, describe, expect, it } from "vitest";
import type { SubjectId } from "../../shared/domain/erasure/subject-id.ts";
import { checkLedger } from "../../shared/operations/check-ledger.ts";
import { certificateOf } from "../world/certificate-of.ts";
import { type ErasureWorld, erasureWorld } from "../world/erasure-world.ts";
import { drainAndLook, untilNothingIsDue } from "../world/look-again.ts";

const MINUTE_MS = 60_000;
/** The policy's 60 minutes after the freeze. */
const UNTIL = "2026-11-23T11:00:00.000Z";
const LAST_LOOK = "2026-11-23T11:05:00.000Z";
let world: ErasureWorld;
let person: SubjectId;
let requestId: string;

beforeEach(async () => {
  world = await erasureWorld();
  person = world.settle("1", 3);
  requestId = await world.open(person);
  await world.drainAndRun(requestId);
});

describe("an erasure that has completed", () => {
  it("is completed at once for everybody who asks, keeps the id, and is looked at again in five minutes", async () => {
    expect(await world.read(requestId)).toMatchObject({
      subjectId: person,
      progress: {
        state: "completed",
        dueAt: "2026-11-23T10:05:00.000Z",
        lateWrites: { until: UNTIL, look: "due" },
      },
    });
    const { body } = await certificateOf(world, requestId);
    expect(body.gaps[0]).toContain(`could be used until ${UNTIL}`);
    expect(body).not.toHaveProperty("lateWrites");
    expect(world.letters.sent).toHaveLength(1);
  });

  it("is looked at without an execution while nothing comes, then closes the gap and forgets the id", async () => {
    const looks: string[] = [];
    for (let at = world.clock.now(); at.toISOString() < UNTIL; at = world.clock.now()) {
      world.clock.advance(5 * MINUTE_MS);
      const { progress } = await drainAndLook(world, requestId);
      looks.push("dueAt" in progress ? (progress.dueAt ?? "") : "");
    }
    expect(looks).toHaveLength(12);
    expect(looks.at(-1)).toBe(LAST_LOOK);
    expect(world.executions.started).toEqual([`${requestId}-1`]);

    const over = await untilNothingIsDue(world, requestId);

    expect(over.progress).toMatchObject({ state: "completed" });
    expect(over.progress).not.toHaveProperty("lateWrites");
    expect(over).not.toHaveProperty("subjectId");
    const { body } = await certificateOf(world, requestId);
    expect(body).toMatchObject({
      attempt: 2,
      final: true,
      gaps: [],
      lateWrites: { until: UNTIL, lookedAgainAt: LAST_LOOK, purged: 0 },
    });
    expect(world.letters.sent).toHaveLength(1);
    expect((await checkLedger(world)).findings).toEqual([]);
  });

  it("keeps its id a second before the last look, and not after it", async () => {
    world.clock.set("2026-11-23T11:04:59.999Z");
    expect(await drainAndLook(world, requestId)).toHaveProperty("subjectId", person);
    world.clock.set(LAST_LOOK);
    expect(await drainAndLook(world, requestId)).not.toHaveProperty("subjectId");
  });

  it("is purged of what came late, intent before and outcome after, in lanes of that attempt", async () => {
    world.store("photos").put(person, ["late"]);
    world.clock.advance(5 * MINUTE_MS);

    const request = await drainAndLook(world, requestId);

    expect(world.store("photos").holds(person)).toEqual([]);
    expect(request).toMatchObject({
      attempt: 2,
      progress: { state: "completed", lateWrites: { look: "due" } },
    });
    const kinds = (await world.ledger.readLane(`${requestId}/2/photos`)).map(({ body }) => body.kind);
    expect(kinds).toEqual(["erase-intended", "erase-ended", "sealed"]);
    const second = await certificateOf(world, requestId);
    expect(second.body.stores[0]).toMatchObject({ found: 4, deleted: 4, left: 0 });
    expect(second.body.gaps[0]).toContain(UNTIL);

    await untilNothingIsDue(world, requestId);
    expect((await certificateOf(world, requestId)).body).toMatchObject({
      attempt: 3,
      gaps: [],
      lateWrites: { purged: 1 },
    });
    expect(world.letters.sent).toHaveLength(1);
  });

  it("stays completed with what came late under a lock, says so, and purges it when the lock has ended", async () => {
    const lockEnd = "2026-11-25T00:00:00.000Z";
    world.store("portraits").put(person, ["late"]);
    world.store("portraits").lock(person, "late", lockEnd);
    world.clock.set(LAST_LOOK);

    const request = await drainAndLook(world, requestId);

    expect(request).toMatchObject({ subjectId: person, progress: { state: "completed" } });
    expect((await certificateOf(world, requestId)).body).toMatchObject({ final: false });
    world.clock.set(lockEnd);
    world.store("portraits").unlock();
    await untilNothingIsDue(world, requestId);
    expect(world.store("portraits").holds(person)).toEqual([]);
    expect((await certificateOf(world, requestId)).body).toMatchObject({
      final: true,
      lateWrites: { purged: 1 },
    });
  });

  it.each(["erase-stores", "verify-absence", "issue-certificate", "conclude-request"])(
    "stays completed when a look fails at %s, and is looked at again",
    async (broken) => {
      world.store("photos").put(person, ["late"]);
      world.clock.advance(5 * MINUTE_MS);
      await world.drain();
      await world.run(requestId, (step) => {
        if (step === broken) throw new TypeError("it broke");
      });

      expect((await world.read(requestId)).progress).toMatchObject({
        state: "completed",
        lateWrites: { look: "due" },
      });
      await untilNothingIsDue(world, requestId);
      expect(world.store("photos").holds(person)).toEqual([]);
      expect((await certificateOf(world, requestId)).body).toMatchObject({
        gaps: [],
        lateWrites: { purged: 1 },
      });
      expect(world.letters.sent).toHaveLength(1);
    },
  );

  it("stays completed when everything is paused during a look, which is made when that is lifted", async () => {
    world.clock.set(LAST_LOOK);
    await world.drain();
    await world.register.pauseAll({ by: { kind: "staff", name: "ada" }, at: LAST_LOOK });
    await world.run(requestId);
    expect((await world.read(requestId)).progress).toMatchObject({
      state: "completed",
      lateWrites: { look: "due" },
    });

    await world.register.resumeAll();
    await untilNothingIsDue(world, requestId);
    expect((await certificateOf(world, requestId)).body).toMatchObject({ attempt: 3, gaps: [] });
  });

  it("is looked at again when a look was lost without a word", async () => {
    world.clock.set(LAST_LOOK);
    await world.drain();
    world.executions.end(requestId, 2);
    await untilNothingIsDue(world, requestId);
    expect((await certificateOf(world, requestId)).body).toMatchObject({ attempt: 3, gaps: [] });
  });

  it("does not hold up a new request of the same person, and neither hurts the other", async () => {
    world.clock.advance(MINUTE_MS);
    world.store("photos").put(person, ["late"]);
    const second = await world.open(person);
    expect(second).not.toBe(requestId);
    world.clock.advance(5 * MINUTE_MS);
    await world.drain();
    await Promise.all([world.run(requestId), world.run(second)]);

    // The first one's looks give back no lease that is the second's.
    for (const id of [requestId, second]) {
      expect((await untilNothingIsDue(world, id)).progress.state).toBe("completed");
      expect((await certificateOf(world, id)).body).toMatchObject({ final: true, gaps: [] });
    }
    expect(world.store("photos").holds(person)).toEqual([]);
  });
});
