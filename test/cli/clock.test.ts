import { describe, expect, it } from "vitest";
import { clockText } from "../../cli/clock-text.ts";
import { watch } from "../../cli/commands/clock.ts";
import { type Reconciled, reconcileWith } from "../../cli/commands/reconcile.ts";
import { CommandFailed, EXIT } from "../../cli/exit-codes.ts";
import { terminalOf } from "../../cli/terminal.ts";
import { policy as dreamPortraits } from "../../policies/dream-portraits.ts";
import { ageText, lateText } from "../../shared/domain/retention/age-text.ts";
import { readClock } from "../../shared/operations/read-clock.ts";
import { clockWorld } from "../world/clock/clock-world.ts";
import { written } from "./service.ts";

const HOUR_MS = 3_600_000;
const SINCE = "2026-11-23T10:00:00.000Z";

/** A clock that has deleted one photo in time and knows of another. */
async function workedWorld() {
  const world = clockWorld(dreamPortraits);
  await world.upload("photos", "users/ann/1");
  world.clock.advance(23 * HOUR_MS - 60_000);
  await world.upload("photos", "users/ann/2");
  await world.pass(2);
  await world.reconcile("photos");
  return { world, read: () => readClock(world.ports, world.service, { since: SINCE, canariesIn: "photos" }) };
}

describe("lethe clock", () => {
  it("shows a store in a row: what lives, how old of how much, what went and how punctually", async () => {
    const { read } = await workedWorld();
    const [heading, , columns, photos] = clockText(await read(), { timeScale: 1 }).split("\n");
    expect(heading).toBe("dream-portraits: 2026-11-24 09:01:00 UTC");
    expect(clockText(await read(), { timeScale: 1 })).toContain("canaries: none is put yet");
    expect(columns).toMatch(/^store +living +oldest +of +next due +waiting +deleted +p50 +p99 +latest/);
    expect(photos).toMatch(
      /^photos +1 +2 min +24 h +- +0 +1 +.* early +.* early +59 min early +0 +0 +\d+ min ago$/,
    );
  });

  it("says that time is scaled, and that everything is paused", async () => {
    const { read } = await workedWorld();
    const paused = { at: SINCE, by: { kind: "staff", name: "grace" }, because: "an incident" } as const;
    const text = clockText({ ...(await read()), paused }, { timeScale: 3600 });
    expect(text).toContain("3,600 times as fast as real time");
    expect(text).toContain(`Paused since ${SINCE}`);
  });

  it("replaces what it showed on a terminal, and goes on below it in a pipe", async () => {
    const { read } = await workedWorld();
    for (const isTerminal of [true, false]) {
      const streams = written();
      let looks = 0;
      const goOn = async () => {
        looks += 1;
        return looks < 3;
      };
      await watch({ terminal: terminalOf(streams, { json: false }), isTerminal }, read, {
        timeScale: 1,
        goOn,
      });
      expect(streams.stdout().match(/dream-portraits:/g)).toHaveLength(3);
      expect(streams.stdout().split("\u001b[H\u001b[J")).toHaveLength(isTerminal ? 4 : 1);
    }
  });

  it("is one document with --json", async () => {
    const { read } = await workedWorld();
    const streams = written();
    const goOn = async () => false;
    await watch({ terminal: terminalOf(streams, { json: true }), isTerminal: false }, read, {
      timeScale: 1,
      goOn,
    });
    expect(JSON.parse(streams.stdout())).toMatchObject({
      service: "dream-portraits",
      timeScale: 1,
      stores: [
        { store: "photos", living: 1, deleted: 1 },
        { store: "landmarks", deleted: 0 },
      ],
    });
  });
});

describe("a length of time", () => {
  it.each([
    [0.4, "0.4 s"],
    [119, "119 s"],
    [120, "2 min"],
    [5400, "90 min"],
    [9000, "2.5 h"],
    [86_400, "24 h"],
    [172_800, "2 d"],
    [-300, "-5 min"],
  ])("of %s seconds is %s", (seconds, text) => {
    expect(ageText(seconds)).toBe(text);
  });

  it.each([
    [0, "on time"],
    [-3600, "60 min early"],
    [12, "12 s late"],
  ])("beyond a promise of %s seconds is %s", (seconds, text) => {
    expect(lateText(seconds)).toBe(text);
  });
});

describe("lethe reconcile", () => {
  const store = (id: string, found: number, finished = true) => ({
    store: id,
    finished,
    living: 5,
    untold: 0,
    found,
  });

  /** Runs that answer one after the other. */
  async function reconciled(...runs: readonly Reconciled[]) {
    const streams = written();
    const answers = runs.values();
    const invoke = async () => answers.next().value ?? { stores: [], failed: [] };
    const code = await reconcileWith({ terminal: terminalOf(streams, { json: true }) }, invoke);
    return { code, document: JSON.parse(streams.stdout()), progress: streams.stderr() };
  }

  it("ends with 0 where nothing had been missed", async () => {
    const { code, document } = await reconciled({ stores: [store("photos", 0)], failed: [] });
    expect(code).toBe(EXIT.done);
    expect(document).toMatchObject({ found: 0 });
  });

  it("ends with 1 where something was past its time, and says where", async () => {
    const { code, document, progress } = await reconciled({
      stores: [store("photos", 2), store("landmarks", 1)],
      failed: [],
    });
    expect(code).toBe(EXIT.failed);
    expect(document).toMatchObject({ found: 3 });
    expect(progress).toMatch(/photos +5 living, 0 untold, 2 found/);
  });

  it("goes on until every store was listed to its end", async () => {
    const { document } = await reconciled(
      { stores: [store("photos", 1, false), store("landmarks", 1)], failed: [] },
      { stores: [store("photos", 2)], failed: [] },
    );
    expect(document).toMatchObject({ found: 3, stores: [{ store: "landmarks" }, { store: "photos" }] });
  });

  it.each<[string, Reconciled, string]>([
    ["a store that could not be listed", { stores: [], failed: ["photos"] }, "photos could not be listed"],
    ["a pause of everything", { stores: [], failed: [] }, "Everything is paused"],
  ])("fails for %s, and says what to do", async (_, run, words) => {
    await expect(reconciled(run)).rejects.toThrow(CommandFailed);
    await expect(reconciled(run)).rejects.toThrow(words);
  });
});
