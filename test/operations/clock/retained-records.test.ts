import { describe, expect, it } from "vitest";
import { policy as imageDesigner } from "../../../policies/image-designer.ts";
import { clockWorld, createdEvent } from "../../world/clock/clock-world.ts";

const MINUTE_MS = 60_000;
const KEPT = JSON.stringify(["SUBJECT#retained-7f3a", "2026-01-31T08:00:00.000Z"]);
const MADE_AT = "2026-01-31T08:00:00.000Z";
/** Two years after it was made, where the rule of the store would let it live three. */
const SHORT = { madeAt: MADE_AT, until: "2028-01-31T08:00:00.000Z" };
/** Longer than the rule of the store. */
const LONG = { madeAt: MADE_AT, until: "2032-01-31T08:00:00.000Z" };

describe("a record of which a law keeps a part, under a pseudonym", () => {
  /** As it comes about: the table tells of a new row, and that is all it tells. */
  const cut = async (life: typeof SHORT) => {
    const world = clockWorld(imageDesigner);
    await world.tell(createdEvent(world.store("consents").keep(KEPT, life)));
    return { ...world, keys: () => world.store("consents").keys() };
  };
  const marginMs = () =>
    (clockWorld(imageDesigner).service.stores.get("consents")?.rule.marginMinutes ?? 0) * MINUTE_MS;
  const earlier = (instant: string, milliseconds: number) =>
    new Date(Date.parse(instant) - milliseconds).toISOString();

  it.each([
    ["shorter", SHORT],
    ["longer", LONG],
  ])(
    "ends when the law does, which is %s than the limit of its store, and not by the day it was cut",
    async (_, life) => {
      const world = await cut(life);
      await world.reconcile("consents");

      await world.at(earlier(life.until, marginMs() + MINUTE_MS));
      expect(world.keys()).toEqual([KEPT]);
      await world.at(earlier(life.until, marginMs() - 2 * MINUTE_MS));
      expect(world.keys()).toEqual([]);
    },
  );

  it("has the life of the record that it was, so that it counts as old as that", async () => {
    const world = await cut(LONG);
    const { oldestLivingAt } = await world.reconcile("consents");
    expect(oldestLivingAt).toBe(MADE_AT);
  });

  it("is not cut short by a sweeper that does not know of the law yet", async () => {
    const world = await cut(LONG);
    // Nobody has listed the table when the limit of the store is over.
    await world.at("2029-11-23T10:00:00.000Z");
    expect(world.keys()).toEqual([KEPT]);
    // It was looked at instead, and is known from then on.
    await world.at(earlier(LONG.until, marginMs() - 2 * MINUTE_MS));
    expect(world.keys()).toEqual([]);
  });

  it("does not begin anew where it is written again, and its end comes no later", async () => {
    const world = await cut(SHORT);
    await world.reconcile("consents");
    world.clock.set("2027-06-01T00:00:00.000Z");
    await world.tell(createdEvent(world.store("consents").keep(KEPT, { ...SHORT, until: LONG.until })));
    await world.reconcile("consents");
    await world.at(earlier(SHORT.until, marginMs() - 2 * MINUTE_MS));
    expect(world.keys()).toEqual([]);
  });

  it("is looked at for good: its end is told once", async () => {
    const world = await cut(LONG);
    await world.reconcile("consents");
    const rows = world.ports.dueRows.all().length;
    await world.reconcile("consents");
    expect(world.ports.dueRows.all()).toHaveLength(rows);
  });
});
