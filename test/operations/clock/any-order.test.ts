import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { policy as dreamPortraits } from "../../../policies/dream-portraits.ts";
import type { ClockEvent } from "../../../shared/domain/retention/clock-event.ts";
import { livesOf } from "../../../shared/domain/retention/due-time.ts";
import { factText, type ToldFact } from "../../../shared/domain/retention/told-fact.ts";
import { clockWorld, createdEvent, factEvent } from "../../world/clock/clock-world.ts";

const STEP_MS = 600_000;
/** Two days of ten minutes each in which things happen, and a day and a half for what is due last. */
const BUSY_STEPS = 2 * 144;
const ALL_STEPS = BUSY_STEPS + 216;
const LISTED_EACH_STEPS = 3;

/** Something that happens to one of three photos, and how what is told of it arrives. */
const happening = fc.record({
  step: fc.nat(BUSY_STEPS),
  photo: fc.nat(2),
  what: fc.constantFrom("stored", "stored", "generation-completed"),
  /** In steps; more than all there are is never. */
  delays: fc.array(fc.oneof(fc.nat(3), fc.nat(2 * ALL_STEPS)), { maxLength: 2 }),
});
type Happening = (typeof happening extends fc.Arbitrary<infer Value> ? Value : never) & object;

describe("events in any order, doubled, late or lost", () => {
  it("end each photo after it was due and before its promise, once it was listed or told", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 1, maxLength: 15 }), async (happenings) => {
        const { world, stored, told } = await lived(happenings);
        expect(world.store("photos").keys()).toEqual([]);
        const { rule } = world.worked("photos");
        for (const { key, at } of world.store("photos").deletions) {
          const known = (told.get(key) ?? []).filter(({ arrivedAt }) => arrivedAt <= at);
          const lives = livesOf(rule, new Set(known.map(({ fact }) => factText(fact))));
          const gone = (stored.get(key) ?? []).filter((storedAt) => storedAt <= at);
          // What was there when it was deleted was stored in a life that was due by then, by all that was told by then.
          const last = gone.at(-1) ?? "";
          const life = lives.findLast(({ createdAt }) => createdAt <= last);
          expect(life?.due && life.due.dueAt <= at, `${key} at ${at}`).toBe(true);
        }
        for (const [key, moments] of stored) {
          const deletedAt = world
            .store("photos")
            .deletions.filter((one) => one.key === key)
            .map(({ at }) => at);
          for (const storedAt of moments) {
            // What is stored over it ends it as well.
            const [goneAt = "9999"] = [...deletedAt, ...moments].filter((at) => at > storedAt).sort();
            expect(Date.parse(goneAt) - Date.parse(storedAt), key).toBeLessThan(24 * 6 * STEP_MS);
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});

/** Lets it all happen, with a tick each step and a listing each third, and nobody waiting for anything. */
async function lived(happenings: readonly Happening[]) {
  const world = clockWorld(dreamPortraits);
  const stored = new Map<string, string[]>();
  const told = new Map<string, { readonly fact: ToldFact; readonly arrivedAt: string }[]>();
  const underWay = new Map<number, ClockEvent[]>();
  const remember = <Value>(at: Map<string, Value[]>, key: string, value: Value) =>
    at.set(key, [...(at.get(key) ?? []), value]);
  for (let step = 0; step < ALL_STEPS; step += 1) {
    for (const one of happenings.filter((each) => each.step === step)) {
      const key = `users/7/${one.photo}.png`;
      const at = world.clock.now().toISOString();
      const event =
        one.what === "stored"
          ? createdEvent(world.store("photos").put(key, `at step ${step}`))
          : factEvent({ store: "photos", key }, "generation-completed", at);
      if (one.what === "stored") remember(stored, key, at);
      // What the store shows when it is looked at or listed is told as well, whether or not its event arrives.
      const arriving = one.what === "stored" ? [0] : one.delays;
      for (const delay of arriving) {
        const fact = { fact: one.what === "stored" ? "created" : one.what, at } as const;
        const arrivedAt = new Date(world.clock.now().getTime() + delay * STEP_MS).toISOString();
        remember(told, key, { fact, arrivedAt });
      }
      for (const delay of one.delays) {
        underWay.set(step + delay, [...(underWay.get(step + delay) ?? []), event]);
      }
    }
    await world.tell(...(underWay.get(step) ?? []).toReversed());
    await world.sweep();
    if (step % LISTED_EACH_STEPS === 0) await world.reconcile("photos");
    world.clock.advance(STEP_MS);
  }
  return { world, stored, told };
}
