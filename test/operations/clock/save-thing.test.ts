import { describe, expect, it } from "vitest";
import { currentLife } from "../../../shared/domain/retention/due-time.ts";
import { clockWorld, factEvent } from "../../world/clock/clock-world.ts";
import { savablePolicy } from "../../world/clock/policies.ts";

const KEY = "users/7/a.png";
/** Stored at 2026-11-23T10:00, due after 30 days without the day of margin. */
const DUE = "2026-12-22T10:00:00.000Z";

/** Returns a world with one thing that may be saved. */
async function withUpload() {
  const world = clockWorld(savablePolicy);
  const thing = await world.upload("free-work", KEY);
  return { world, thing };
}

describe("saving a thing", () => {
  it("keeps it past its limit", async () => {
    const { world, thing } = await withUpload();
    expect(await world.save(thing)).toBe("saved");
    await world.at("2026-12-22T10:05:00.000Z");
    await world.at("2027-06-01T10:00:00.000Z");
    expect(world.store("free-work").keys()).toEqual([KEY]);
  });

  it("comes in time to the last millisecond before the minute before its end, and too late from then on", async () => {
    const { world, thing } = await withUpload();
    world.clock.set("2026-12-22T09:58:59.999Z");
    expect(await world.save(thing)).toBe("saved");

    const other = await withUpload();
    other.world.clock.set("2026-12-22T09:59:00.000Z");
    expect(await other.world.save(other.thing)).toBe("too-late");
    await other.world.at("2026-12-22T10:01:00.000Z");
    expect(other.world.store("free-work").keys()).toEqual([]);
  });

  it("is too late once it is gone, however late the answer is asked for", async () => {
    const { world, thing } = await withUpload();
    await world.at("2026-12-22T10:01:00.000Z");
    expect(await world.save(thing)).toBe("too-late");
    world.clock.advance(10 * 86_400_000);
    expect(await world.save(thing)).toBe("too-late");
  });

  it("is for what is there: of what nobody knows and nothing shows it says so", async () => {
    const { world } = await withUpload();
    expect(await world.save({ store: "free-work", key: "users/7/none.png" })).toBe("unknown");
    expect(await world.save({ store: "attic", key: KEY })).toBe("unknown");
  });

  it("needs no event before it: what is there and nobody told of is looked at", async () => {
    const { world } = await withUpload();
    const { thing } = world.store("free-work").put("users/7/untold.png");
    expect(await world.save(thing)).toBe("saved");
    await world.at("2027-06-01T10:00:00.000Z");
    await world.reconcile("free-work");
    expect(world.store("free-work").keys()).toContain("users/7/untold.png");
  });

  it("is refused where the policy lets nobody keep anything", async () => {
    const { world } = await withUpload();
    const paid = await world.upload("paid-work", KEY);
    expect(await world.save(paid)).toBe("not-savable");
  });

  it("ends with un-saving, at once", async () => {
    const { world, thing } = await withUpload();
    await world.save(thing);
    world.clock.set("2027-03-01T10:00:00.000Z");
    await world.tell(factEvent(thing, "un-saved", "2027-03-01T10:00:00.000Z"));
    await world.pass(2);
    expect(world.store("free-work").keys()).toEqual([]);
  });

  it("of what was stored again after its end is of its new life", async () => {
    const { world, thing } = await withUpload();
    await world.at("2026-12-22T10:01:00.000Z");
    world.clock.advance(1_000);
    world.store("free-work").put(KEY, "another");
    world.clock.advance(1_000);
    expect(await world.save(thing)).toBe("saved");
    await world.at("2027-06-01T10:00:00.000Z");
    expect(world.store("free-work").keys()).toEqual([KEY]);
  });

  it("lasts longer than the record of it would: the reconciler keeps that on while the thing is there", async () => {
    const { world, thing } = await withUpload();
    await world.save(thing);
    for (let week = 0; week < 60; week += 1) {
      world.clock.advance(7 * 86_400_000);
      await world.reconcile("free-work");
      world.ports.things.forgetEnded(world.clock.now());
      await world.at(world.clock.now().toISOString());
    }
    expect(world.store("free-work").keys()).toEqual([KEY]);
  });
});

describe("saving at the moment of its end", () => {
  it("is either told that it is saved, or that it is too late; never saved and deleted", async () => {
    // The sweeper's clock is ahead by ten minutes, so that it takes what the other still may save.
    const answers = new Set<string>();
    for (let calls = 1; calls < 30; calls += 1) {
      const { world, thing } = await withUpload();
      world.clock.set("2026-12-22T09:58:30.000Z");
      const ahead = { now: () => new Date(world.clock.now().getTime() + 600_000) };
      let answer: string | undefined;
      let call = 0;
      const saveInBetween = async () => {
        call += 1;
        if (call === calls) answer = await world.save(thing);
      };
      const things = interleaved(world.ports.things, saveInBetween);
      const dueRows = interleaved(world.ports.dueRows, saveInBetween);
      const ledger = interleaved(world.ports.ledger, saveInBetween);

      await world.ports.dueRows.advance("free-work", 0, "2026-12-22T10:00:00.000Z");
      await world.ports.dueRows.advance("free-work", 1, "2026-12-22T10:00:00.000Z");
      await world.sweep({ clock: ahead, things, dueRows, ledger });
      answer ??= await world.save(thing);

      answers.add(answer);
      const isThere = world.store("free-work").keys().length === 1;
      expect(answer, `between calls ${calls}`).toBe(isThere ? "saved" : "too-late");
      if (isThere) {
        await world.at("2027-06-01T10:00:00.000Z");
        expect(world.store("free-work").keys(), `between calls ${calls}`).toEqual([KEY]);
      }
    }
    expect(answers).toEqual(new Set(["saved", "too-late"]));
  });

  it("stays too late for a thing that was taken, though the deletion failed", async () => {
    const { world, thing } = await withUpload();
    world.clock.set("2026-12-22T09:58:30.000Z");
    world.store("free-work").refuse(KEY, 1);
    await world.sweep({ clock: { now: () => new Date(Date.parse(DUE) + 60_000) } });
    expect(world.store("free-work").keys()).toEqual([KEY]);
    expect(await world.save(thing)).toBe("too-late");
  });

  it("is known by every sweeper from then on", async () => {
    const { world, thing } = await withUpload();
    await world.save(thing);
    const [known] = await world.ports.things.read([thing]);
    const rule = world.worked("free-work").rule;
    expect(known && currentLife(rule, known.facts)?.due).toBeUndefined();
  });
});

/** Returns a port that lets something happen after each call. */
function interleaved<Port extends object>(port: Port, meanwhile: () => Promise<void>): Port {
  return new Proxy(port, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== "function" || name === "inBucket" || name === "inBuckets") return member;
      return async (...args: readonly unknown[]) => {
        const answer: unknown = await Reflect.apply(member, target, args);
        await meanwhile();
        return answer;
      };
    },
  });
}
