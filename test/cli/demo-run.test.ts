import { describe, expect, it } from "vitest";
import { agesChart } from "../../cli/ages-chart.ts";
import { agesHtml } from "../../cli/ages-html.ts";
import { busyService } from "../../local/demo/busy-service.ts";
import type { DemoClock } from "../../local/demo/demo-clock.ts";
import { type StoreAges, summaryOf, type WatchedThing } from "../../local/demo/watched-thing.ts";
import { policy as dreamPortraits } from "../../policies/dream-portraits.ts";
import { policy as gptImage } from "../../policies/gpt-image.ts";
import { policy as imageDesigner } from "../../policies/image-designer.ts";
import { serviceInMemory } from "../world/demo-clock.ts";

const NOW = "2026-11-25T00:00:00.000Z";
const HOUR_MS = 3_600_000;
const DAY_SECONDS = 86_400;

function hoursAgo(hours: number): string {
  return new Date(Date.parse(NOW) - hours * HOUR_MS).toISOString();
}

/** A thing that was stored so many hours ago, and was gone at that age if it says so. */
function thing(hours: number, goneAtHours?: number): WatchedThing {
  const storedAt = hoursAgo(hours);
  return {
    store: "photos",
    endedBy: "limit",
    storedAt,
    deadline: hoursAgo(hours - 24),
    ...(goneAtHours === undefined ? {} : { goneAt: hoursAgo(hours - goneAtHours) }),
  };
}

const PHOTOS: StoreAges = {
  store: "photos",
  categories: ["original-photo"],
  limitSeconds: DAY_SECONDS,
  marginSeconds: 3600,
  things: [thing(1), thing(1), thing(12), thing(40, 23), thing(50, 23)],
};

/** Steps once in so many minutes, of which each is a pause. */
async function work(demo: DemoClock, steps: number, minutes = 1): Promise<readonly StoreAges[]> {
  const busy = busyService(demo);
  for (let step = 0; step < steps; step += 1) {
    await busy.step();
    for (let minute = 0; minute < minutes; minute += 1) await demo.pause(0);
    await busy.look();
  }
  return busy.ages();
}

describe("the busy service", () => {
  it("stores in every store on the clock, and sees things go by each of their events", async () => {
    const ages = await work(serviceInMemory(dreamPortraits), 12);
    expect(ages.map(({ store, things }) => [store, things.length])).toEqual([
      ["photos", 12],
      ["landmarks", 12],
    ]);
    const [photos] = ages;
    const byEvent = photos?.things.filter(({ endedBy }) => endedBy === "generation-completed") ?? [];
    expect(byEvent.filter(({ goneAt }) => goneAt).length).toBeGreaterThan(1);
    expect(photos?.things.filter(({ endedBy, goneAt }) => endedBy === "limit" && goneAt)).toEqual([]);
  });

  it("sees things go by their limit, in time", async () => {
    const demo = serviceInMemory(dreamPortraits);
    const [photos] = await work(demo, 30, 60);
    if (!photos) throw new Error("There are no photos.");
    const summary = summaryOf(photos, demo.clock.now().toISOString());
    expect(summary.gone).toBeGreaterThan(15);
    expect(summary.latestByLimitSeconds).toBeLessThanOrEqual(0);
    expect(summary.oldestSeconds).toBeLessThan(DAY_SECONDS);
  });

  it("ends sessions, and keeps what it saved", async () => {
    const [images] = await work(serviceInMemory(gptImage), 8);
    expect(images?.things.some(({ endedBy, goneAt }) => endedBy === "session-ended" && goneAt)).toBe(true);
    const designer = await work(serviceInMemory(imageDesigner), 8);
    const saved = designer.find(({ store }) => store === "saved");
    expect(saved?.things.filter(({ endedBy, goneAt }) => endedBy === "saved" && goneAt)).toEqual([]);
    expect(saved?.things.some(({ endedBy, goneAt }) => endedBy === "un-saved" && goneAt)).toBe(true);
  });

  it("shows what outlives its promise when the sweeper is taken out", async () => {
    const demo = serviceInMemory(dreamPortraits, { sweeps: false });
    const [photos] = await work(demo, 30, 60);
    if (!photos) throw new Error("There are no photos.");
    expect(summaryOf(photos, demo.clock.now().toISOString()).oldestSeconds).toBeGreaterThan(DAY_SECONDS);
  });
});

describe("the chart of ages", () => {
  it("shows how many live and went at which age, over the promise and our own clock", () => {
    const [headline, living, gone, axis] = agesChart([PHOTOS], NOW, 62).split("\n");
    expect(headline).toBe(
      "photos  3 living, the oldest 12 h of 24 h · 2 gone · by limit 60 min early at the latest",
    );
    const columns = [living, gone, axis].map((line) => line?.slice(9) ?? "");
    expect(columns[0]?.[2]).toBe("█");
    expect(columns[0]?.[24]).toBe("▄");
    expect(columns[1]?.indexOf("█")).toBe(columns[2]?.indexOf("╎"));
    expect(columns[2]?.indexOf("┃")).toBeGreaterThan(columns[2]?.indexOf("╎") ?? 0);
    expect(columns[2]).toHaveLength(52);
  });

  it("shows what came too late beyond the promise", () => {
    const late: StoreAges = { ...PHOTOS, things: [thing(30), thing(60, 26)] };
    const [headline, living, gone, axis] = agesChart([late], NOW, 62).split("\n");
    expect(headline).toContain("2 h late at the latest");
    for (const line of [living, gone]) {
      expect((line?.trimEnd().length ?? 0) - 1).toBeGreaterThan(axis?.indexOf("┃") ?? 99);
    }
  });

  it("has an axis where nothing limits the age, and where nothing was stored", () => {
    const { limitSeconds: _, ...endless } = PHOTOS;
    expect(agesChart([endless], NOW, 62)).toContain("the oldest 12 h ·");
    expect(
      agesChart([{ ...endless, things: [] }], NOW, 1)
        .split("\n")
        .at(-1),
    ).toMatch(/^ +age 0 ─+$/);
  });
});

describe("the page of ages", () => {
  it("draws each thing once, loads nothing, and says in words what it draws", () => {
    const html = agesHtml({ service: "Dream <Portraits>", stores: [PHOTOS], now: NOW, timeScale: 3600 });
    expect(html.match(/<circle class="living"/g)).toHaveLength(3);
    expect(html.match(/<circle class="gone"/g)).toHaveLength(2);
    expect(html).toContain('<line class="promise"');
    expect(html).toContain("Time ran 3600 times as fast");
    expect(html).toContain("60 min before the promised moment");
    expect(html).not.toMatch(/<script|src=|style="|NaN|Infinity|<Portraits>/);
  });

  it("marks what came too late", () => {
    const late = { ...PHOTOS, things: [thing(60, 26)] };
    const html = agesHtml({ service: "x", stores: [late], now: NOW, timeScale: 1 });
    expect(html).toContain('<circle class="late"');
    expect(html).toContain("2 h after the promised moment");
  });
});
