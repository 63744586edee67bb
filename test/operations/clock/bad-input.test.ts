import { describe, expect, it } from "vitest";
import { EVENTS_PER_BATCH } from "../../../infra/intake-batches.ts";
import { policy as dreamPortraits } from "../../../policies/dream-portraits.ts";
import { policy as gptImage } from "../../../policies/gpt-image.ts";
import { subjectIdOf } from "../../../shared/domain/erasure/subject-id.ts";
import { CLOCK_METRICS, type ClockMetricName } from "../../../shared/domain/retention/clock-metrics.ts";
import { chunks } from "../../../shared/domain/retention/pack-due-rows.ts";
import { reportClock } from "../../../shared/operations/report-clock.ts";
import { clockWorld, createdEvent, factEvent, sessionEnded } from "../../world/clock/clock-world.ts";

const NOW = "2026-11-23T10:00:00.000Z";
const MINUTE_MS = 60_000;
/** A tick after what was stored now is due. */
const AFTER = "2026-11-24T09:01:00.000Z";
const TICK = { seconds: 60, reconciledEverySeconds: 1800 };

describe("what is told of nothing that is there", () => {
  it("deletes nothing and counts nothing: an object that nobody stored", async () => {
    const world = clockWorld(dreamPortraits);
    await world.upload("photos", "users/7/there.png");
    const nowhere = { store: "photos", key: "users/7/nowhere.png" };
    await world.tell(factEvent(nowhere, "generation-completed", NOW));
    await world.pass(2);
    expect(world.store("photos").keys()).toEqual(["users/7/there.png"]);
    expect(world.store("photos").deletions).toEqual([]);
    expect((await world.ports.measurements.read("photos", NOW))?.deleted ?? 0).toBe(0);
    expect(world.ports.dueRows.all().map(({ things }) => things)).not.toContainEqual([nowhere]);
  });

  it("ends nobody else's: a session of somebody who is not known", async () => {
    const world = clockWorld(gptImage);
    const key = "users/7/sessions/s1/a.png";
    await world.upload("session-images", key);
    expect(await world.tell(sessionEnded(subjectIdOf("nobody"), "s1", NOW))).toEqual([{ recorded: true }]);
    await world.pass(2);
    expect(world.store("session-images").keys()).toEqual([key]);
  });

  it("ends nobody else's: a session that is not known", async () => {
    const world = clockWorld(gptImage);
    const key = "users/7/sessions/s1/a.png";
    await world.upload("session-images", key);
    await world.tell(sessionEnded(subjectIdOf("7"), "s", NOW));
    await world.pass(2);
    expect(world.store("session-images").keys()).toEqual([key]);
  });
});

describe("ten thousand events at once", () => {
  it("end what they are told of and nothing else, in batches side by side, doubled and out of order", async () => {
    const world = clockWorld(dreamPortraits);
    const photos = world.store("photos");
    const stored = Array.from({ length: 5000 }, (_, at) => photos.put(`users/${at % 97}/${at}.png`));
    const neighbours = Array.from({ length: 100 }, (_, at) => photos.put(`users/${at % 97}/stays-${at}.png`));
    world.clock.advance(MINUTE_MS);
    const ends = stored.map(({ thing }) =>
      factEvent(thing, "generation-completed", world.clock.now().toISOString()),
    );
    const creations = [...stored, ...neighbours].map(createdEvent);
    const all = [...ends, ...creations, ...ends.slice(0, 500), ...creations.slice(0, 500)];

    const recorded = await Promise.all(
      [...chunks(all, EVENTS_PER_BATCH)].map((batch) => world.tell(...batch)),
    );
    await world.pass(3);

    expect(recorded.flat().filter((one) => !one.recorded)).toEqual([]);
    expect(photos.keys()).toEqual(neighbours.map(({ thing }) => thing.key).sort());
    expect((await world.ports.measurements.read("photos", NOW))?.deleted).toBe(5000);
  });
});

describe("what has no owner in its key", () => {
  it("ends in its time, when it is told of as when it is not", async () => {
    const world = clockWorld(dreamPortraits);
    await world.upload("photos", "stray.png");
    await world.upload("photos", "users//stray.png");
    await world.at(AFTER);
    expect(world.store("photos").keys()).toEqual([]);
  });
});

describe("a bucket that refuses for good", () => {
  const begun = async (...names: readonly string[]) => {
    const world = clockWorld(dreamPortraits);
    for (const name of names) await world.upload("photos", `users/7/${name}.png`);
    return { world, photos: world.store("photos") };
  };
  const reported = async (world: Awaited<ReturnType<typeof begun>>["world"]) => {
    const seen: Partial<Record<ClockMetricName, number>>[] = [];
    const swept = await world.sweep();
    const metrics = { put: async (values: (typeof seen)[number]) => void seen.push(values) };
    await reportClock({ ...world.ports, metrics }, world.service, swept);
    return seen[0] ?? {};
  };
  /** As `clock-waiting` and `clock-behind` are declared, after so many minutes of it. */
  const calls = ({ WaitingRows = 0, SweeperDelaySeconds = 0 }: Awaited<ReturnType<typeof reported>>) => ({
    waiting: WaitingRows > CLOCK_METRICS.WaitingRows.alarmAbove(),
    behind: SweeperDelaySeconds > CLOCK_METRICS.SweeperDelaySeconds.alarmAbove(TICK),
  });

  const intended = ({ ports }: Awaited<ReturnType<typeof begun>>["world"]) =>
    [...ports.ledger.stored.values()].flat().filter(({ body }) => body.kind === "expire-intended").length;

  it("one object, as a lock does: the others go, it is asked for once a tick, and a person is called", async () => {
    const { world, photos } = await begun("locked", "free");
    photos.refuse("users/7/locked.png", Number.POSITIVE_INFINITY);
    await world.at(AFTER);
    expect(photos.keys()).toEqual(["users/7/locked.png"]);
    expect(calls(await reported(world))).toEqual({ waiting: true, behind: false });
    expect(await world.ports.tasks.listOpen(10)).toEqual([]);
  });

  it("is asked again each hour once a quarter of an hour has passed, by a task of a person, and deletes what is free", async () => {
    const { world, photos } = await begun("locked", "free");
    photos.refuse("users/7/locked.png", Number.POSITIVE_INFINITY);
    await world.at(AFTER);
    await world.pass(16);
    const before = intended(world);
    expect(calls(await reported(world))).toEqual({ waiting: false, behind: false });
    expect(await world.ports.tasks.listOpen(10)).toMatchObject([
      { kind: "refuses-deletion", needs: expect.stringContaining("photos") },
    ]);

    await world.pass(110);
    expect(intended(world) - before).toBeLessThanOrEqual(2);
    expect(photos.keys()).toEqual(["users/7/locked.png"]);

    photos.refuse("users/7/locked.png", 0);
    await world.pass(62);
    expect(photos.keys()).toEqual([]);
    expect(world.ports.dueRows.all().length).toBe(0);
  });

  it("for a moment only is asked again at the next tick, and nobody has a task", async () => {
    const { world, photos } = await begun("busy");
    photos.refuse("users/7/busy.png", 3);
    await world.at(AFTER);
    await world.pass(4);
    expect(photos.keys()).toEqual([]);
    expect(await world.ports.tasks.listOpen(10)).toEqual([]);
  });

  it("every call, as one that is away does: the tick ends, and a person is called", async () => {
    const { world, photos } = await begun("kept");
    await world.at("2026-11-24T08:59:00.000Z");
    world.clock.set(AFTER);
    for (const minutes of [0, 60]) {
      world.clock.advance(minutes * MINUTE_MS);
      // The next call would succeed: a tick that called again by itself would have deleted it.
      photos.failNext("expire", new Error("the bucket is away"));
      expect(calls(await reported(world))).toEqual({ waiting: true, behind: minutes > 0 });
    }
    expect(photos.keys()).toEqual(["users/7/kept.png"]);
  });
});
