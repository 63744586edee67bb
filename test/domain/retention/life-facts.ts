import fc from "fast-check";
import type { ClockRule } from "../../../shared/domain/retention/due-time.ts";
import { factText, LifeFactSchema, type ToldFact } from "../../../shared/domain/retention/told-fact.ts";

const START_MS = Date.parse("2026-11-24T10:00:00.000Z");
const HOUR_MS = 3_600_000;
/** Four days in steps that meet each other and the ends of the limits often. */
const STEPS = 4 * 24 * 2;

/** Returns the instant so many hours after the one that these tests count from, ISO 8601 UTC. */
export function hours(count: number): string {
  return new Date(START_MS + count * HOUR_MS).toISOString();
}

/** Returns a fact as a set of facts holds it, so many hours after the start. */
export function told(fact: ToldFact["fact"], hoursAfter: number): string {
  return factText({ fact, at: hours(hoursAfter) });
}

/** A rule of a day without margin, which nothing ends earlier and nobody can save. */
export const A_DAY: ClockRule = {
  store: "photos",
  limit: { after: { hours: 24 }, from: "created" },
  earlierOn: [],
  savable: false,
  marginMinutes: 0,
};

/** Any fact at any half hour of four days. */
export const anyFact: fc.Arbitrary<ToldFact> = fc.record({
  fact: fc.constantFrom(...LifeFactSchema.options),
  at: fc.integer({ min: 0, max: STEPS }).map((step) => hours(step / 2)),
});

/** Any rule: with a limit or without, savable or not, ended by any events. */
export const anyRule: fc.Arbitrary<ClockRule> = fc.record({
  store: fc.constant("photos"),
  limit: fc.constantFrom(
    undefined,
    { after: { hours: 24 }, from: "created" } as const,
    { after: { hours: 6 }, from: "processing-finished" } as const,
  ),
  earlierOn: fc.subarray(["processing-finished", "session-ended", "un-saved", "need-ended"] as const),
  savable: fc.boolean(),
  marginMinutes: fc.constantFrom(0, 60),
});
